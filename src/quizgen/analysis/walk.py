"""What has been mentioned so far while an article is read from front to back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgen.analysis.antecedents import Candidate, noun_gender
from quizgen.analysis.entities import Register
from quizgen.analysis.names import Name
from quizgen.analysis.tree import child, matches
from quizgen.analysis.zones import zone_at
from quizgen.language import Language
from quizgen.model import Entity, Mention, Sentence, Source, Token, Zone

_LEAD = 1.5  # times that the topic is named as often as the next


@dataclass(slots=True)
class Walk:
    """The article, who is who in it, and what was mentioned up to here.

    `topic` is whom or what the article is about; `learned` maps an entity's name to the role
    phrases that were linked to it.
    """

    source: Source
    sentences: Sequence[Sentence]
    register: Register
    zones: tuple[Zone, ...]
    language: Language
    topic: Entity | None = None
    history: list[Candidate] = field(default_factory=list)
    learned: dict[str, list[str]] = field(default_factory=dict)

    def entity_at(self, sentence: Sentence, i: int) -> Entity | None:
        """The entity whose mention in this sentence has its head at `i`."""
        for candidate in reversed(self.history):
            if candidate.sentence == sentence.index and candidate.token == i:
                return candidate.entity
        return None

    def is_quoted(self, token: Token) -> bool:
        """Whether a token stands between quotation marks."""
        return zone_at(self.zones, token.start) is not None

    def remember(self, sentence: Sentence, token: Token, mention: Mention | None) -> None:
        """Add what may be meant again: an entity mentioned, or a common noun."""
        head = sentence.tokens[mention.head] if mention else token
        entity = mention.entity if mention and mention.entity in self.register.entities else None
        if entity is None and (head.pos != "NOUN" or (mention and mention.kind == "possessive")):
            return
        gender = entity.gender if entity else head.feats.get("Gender", "")
        if not gender and entity is None:
            gender = noun_gender(head.text, self.language)
        self.history.append(
            Candidate(
                sentence=sentence.index,
                token=head.i,
                entity=entity,
                gender=gender,
                number=entity.number if entity else head.feats.get("Number", ""),
                subject=_is_subject(sentence, head),
                quoted=self.is_quoted(head),
                doubtful=mention is not None and not mention.sure,
            )
        )


def _is_subject(sentence: Sentence, head: Token) -> bool:
    """Whether a noun or a name set beside it (« le ministre X ») is a subject."""
    beside = head.pos == "PROPN" and matches(head.dep, ("appos", "flat", "nmod"))
    if beside and child(sentence, head.i, "case") is None:
        head = sentence.tokens[head.head]
    return matches(head.dep, ("nsubj",))


def find_topic(names: Sequence[Name], register: Register, title: str) -> Entity | None:
    """The one person in the title, or whom or what is named most, when nobody comes near."""
    entitled = [e for e in register.entities if e.kind == "person" and e.name in title]
    if len(entitled) == 1:
        return entitled[0]
    counts = Counter(register.of_name[(n.sentence, n.first)].name for n in names)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return None
    return next(e for e in register.entities if e.name == ranked[0][0])
