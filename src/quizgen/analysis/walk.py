"""What has been mentioned so far while an article is read from front to back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quizgen.analysis.antecedents import Candidate, noun_gender
from quizgen.analysis.entities import Register
from quizgen.analysis.impersonal import may_be_impersonal
from quizgen.analysis.name_evidence import is_told_by
from quizgen.analysis.names import Name
from quizgen.analysis.tree import child, children, matches
from quizgen.analysis.zones import zone_at
from quizgen.language import Language
from quizgen.model import Entity, Mention, Sentence, Source, Token, Zone

_NAMED = 2  # times that a topic is named at least
_LEAD = 1.5  # times that the topic is named as often as the next


@dataclass(slots=True)
class Walk:
    """The article, who is who in it, and what was mentioned up to here.

    `topic` is whom or what the article is about; `learned` maps an entity's name to the role
    phrases that were surely linked to it, `guessed` to those linked in doubt.
    """

    source: Source
    sentences: Sequence[Sentence]
    register: Register
    zones: tuple[Zone, ...]
    language: Language
    topic: Entity | None = None
    history: list[Candidate] = field(default_factory=list)
    learned: dict[str, list[str]] = field(default_factory=dict)
    guessed: dict[str, list[str]] = field(default_factory=dict)

    def entity_at(self, sentence: Sentence, i: int) -> Entity | None:
        """The entity whose mention in this sentence has its head at `i`."""
        candidate = self.candidate_at(sentence, i)
        return candidate.entity if candidate else None

    def candidate_at(self, sentence: Sentence, i: int) -> Candidate | None:
        """What was mentioned in this sentence with its head at `i`."""
        for candidate in reversed(self.history):
            if candidate.sentence == sentence.index and candidate.token == i:
                return candidate
        return None

    def is_quoted(self, token: Token) -> bool:
        """Whether a token stands between quotation marks."""
        return zone_at(self.zones, token.start) is not None

    def _is_human(self, noun: Token) -> bool:
        words = self.language.words
        return noun.text.lower() in words.list("role_nouns") | words.list("person_nouns")

    def _is_subject(self, sentence: Sentence, head: Token, entity: Entity | None) -> bool:
        """Whether a noun, or a name set beside it (« le ministre X »), is a subject or a source.

        In « le député LFI X » only the person is.
        """
        roles = self.language.words.list("role_nouns")
        person = entity is not None and entity.kind == "person"
        while _is_beside(sentence, head):
            head = sentence.tokens[head.head]
            if not person and head.text.lower() in roles:
                return False
        return is_told_by(sentence, head, self.language) or matches(head.dep, ("nsubj",))

    def _is_embedded(self, sentence: Sentence, head: Token) -> bool:
        """Whether a subject belongs to a clause inside another and tells nothing itself."""
        verb = sentence.tokens[head.head]
        speaks = verb.lemma in self.language.words.table("speech_verbs")
        return matches(verb.dep, ("ccomp", "acl", "advcl", "xcomp")) and not speaks

    def remember(self, sentence: Sentence, token: Token, mention: Mention | None) -> None:
        """Add what may be meant again: an entity mentioned, or a common noun."""
        head = sentence.tokens[mention.head] if mention else token
        entity = mention.entity if mention and mention.entity in self.register.entities else None
        lost = mention is not None and mention.kind == "pronoun" and mention.antecedent < 0
        lost = lost and entity is None and not may_be_impersonal(sentence, head, self.language)
        named = entity is not None or head.pos == "NOUN" or lost
        if not named or (entity is None and mention and mention.kind == "possessive"):
            return
        if entity is None and _is_named_behind(sentence, head):
            return
        gender = entity.gender if entity else head.feats.get("Gender", "")
        if not gender and entity is None and not lost:
            gender = noun_gender(head.text, self.language)
        one = Candidate(
            sentence=sentence.index,
            token=head.i,
            entity=entity,
            gender=gender,
            number=entity.number if entity else head.feats.get("Number", ""),
            subject=self._is_subject(sentence, head, entity),
            quoted=self.is_quoted(head),
            doubtful=mention is not None and not mention.sure,
            human=entity is None and self._is_human(head),
            described=entity is None and mention is not None and mention.kind == "role",
            unresolved=lost,
            embedded=self._is_embedded(sentence, head),
        )
        if any(t.pos in ("NOUN", "PROPN") for t in children(sentence, head.i, "conj")):
            self.history.append(
                replace(one, entity=None, gender="", number="Plur", human=False, described=False)
            )
        self.history.append(one)


def _is_beside(sentence: Sentence, head: Token) -> bool:
    """Whether a name is set beside another noun, without preposition."""
    beside = matches(head.dep, ("appos", "flat", "nmod"))
    return head.pos == "PROPN" and beside and child(sentence, head.i, "case") is None


def _is_named_behind(sentence: Sentence, noun: Token) -> bool:
    """« le président X »: the noun and the name are one."""
    return noun.pos == "NOUN" and any(
        t.i > noun.i and _is_beside(sentence, t)
        for t in children(sentence, noun.i, "appos", "flat", "nmod")
    )


def find_topic(names: Sequence[Name], register: Register, title: str) -> Entity | None:
    """The one person in the title, or whom or what is named most, when nobody comes near."""
    entitled = [e for e in register.entities if e.kind == "person" and e.name in title]
    if len(entitled) == 1:
        return entitled[0]
    counts = Counter(register.of_name[(n.sentence, n.first)].name for n in names)
    ranked = counts.most_common(2)
    if (
        not ranked
        or ranked[0][1] < _NAMED
        or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1])
    ):
        return None
    return next(e for e in register.entities if e.name == ranked[0][0])
