"""What the words around a name say of it: the noun beside it, a place word, a verb of saying."""

from __future__ import annotations

from quizgen.analysis.capitals import folded, is_role, is_title
from quizgen.analysis.tree import child, matches
from quizgen.language import Language
from quizgen.model import Sentence, Token

_REACH = 6  # tokens back to a noun that a name may belong to


def title_of(sentence: Sentence, first: int, language: Language) -> str:
    """Masc or Fem when a title of courtesy stands before the name."""
    if first == 0:
        return ""
    titles = language.words.table("titles_gender")
    return str(titles.get(sentence.tokens[first - 1].text.lower().rstrip("."), ""))


def is_titled(sentence: Sentence, first: int, language: Language) -> bool:
    """Whether a title stands before the name (« Mme », « le Dr »)."""
    return first > 0 and is_title(sentence.tokens[first - 1].text, language)


def has_article(sentence: Sentence, first: int) -> bool:
    """Whether an article stands right before the name, also one merged (« du Medef »)."""
    if first == 0:
        return False
    before = sentence.tokens[first - 1]
    return before.pos == "DET" or (before.pos == "ADP" and before.feats.get("Definite") == "Def")


def noun_beside(sentence: Sentence, first: int, language: Language) -> Token | None:
    """The common noun that a name is set beside: « le quotidien francophone X »."""
    i = first - 1
    while i >= 0 and sentence.tokens[i].pos == "ADJ":
        i -= 1
    if i < 0:
        return None
    token = sentence.tokens[i]
    if token.text[0].isupper() and not token.text.isupper():
        return None  # the name before
    body = token.text.lower() in language.words.list("organisation_nouns")
    return token if token.pos == "NOUN" or body else None


def is_beside_person(sentence: Sentence, first: int, language: Language) -> bool:
    """« la star du cyclisme X », « le maire X »: a noun for people opens the phrase before."""
    people = language.words.list("person_nouns") | language.words.list("role_nouns")
    if first and sentence.tokens[first - 1].pos in ("DET", "ADP"):
        return False
    for token in reversed(sentence.tokens[max(0, first - _REACH) : first]):
        if token.pos not in ("NOUN", "ADJ", "ADP", "DET"):
            return False
        if token.text.lower() in people:
            return True
    return False


def is_at_place_noun(sentence: Sentence, first: int, language: Language) -> bool:
    """« le lac X », « la ville de X »: a noun for places stands beside the name or governs it."""
    beside = noun_beside(sentence, first, language)
    nouns = language.words.list("place_nouns")
    if beside is not None and not is_role(beside.text, language):
        return beside.text.lower() in nouns
    article = first > 0 and sentence.tokens[first - 1].pos == "DET"
    behind = first - 1 - article
    if behind < 1 or _plain(sentence.tokens[behind], language) not in language.words.list(
        "of_words"
    ):
        return False
    governor = sentence.tokens[behind - 1]
    return governor.pos == "NOUN" and governor.text.lower() in nouns


def _plain(token: Token, language: Language) -> str:
    """A preposition without the article merged into it."""
    word = folded(token.text)
    return str(language.words.table("plain_prepositions").get(word, word))


def is_after_place_word(sentence: Sentence, first: int, language: Language) -> bool:
    """« à X », « en X » where no verb or adjective governs the preposition (« dû à X »)."""
    if first == 0:
        return False
    before = sentence.tokens[first - 1]
    if before.text.lower() not in language.words.list("place_prepositions"):
        return False
    to = before.text.lower() in language.words.list("to_words")
    return not (to and _is_governed(sentence, first, language))


def _is_governed(sentence: Sentence, first: int, language: Language) -> bool:
    """Whether what stands before « à » takes it whatever follows: « face à », « opposé à »."""
    before = sentence.tokens[first - 2] if first > 1 else None
    if before is not None and before.pos in ("ADV", "ADJ"):
        return True
    if before is not None and before.text.lower() in language.words.list("attached_to"):
        return True
    head = sentence.tokens[sentence.tokens[first].head]
    taken = set(language.words.table("governed").get(head.lemma, ()))
    takes = taken & language.words.list("to_words")
    return bool(takes) or head.lemma in language.words.table("speech_verbs")


def speaks(sentence: Sentence, head: Token, language: Language) -> bool:
    """Whether a name is the subject of a verb of saying, or the source of what is told."""
    verb = sentence.tokens[head.head]
    if is_told_by(sentence, head, language):
        return True
    said = verb.lemma in language.words.table("speech_verbs")
    return said and matches(head.dep, ("nsubj",))


def is_told_by(sentence: Sentence, head: Token, language: Language) -> bool:
    """« selon X », and « pour X » where it opens the sentence."""
    case = child(sentence, head.i, "case")
    if case is None or case.i > head.i:
        return False
    word, words = folded(case.text), language.words
    opens = case.i == 0 or word not in words.list("people_prepositions")
    return opens and word in words.list("source_prepositions")


def acts(sentence: Sentence, head: Token) -> bool:
    """« par X »: whether a name is the agent of a passive."""
    return head.dep == "obl:agent"
