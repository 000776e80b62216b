"""Superlatives and ranks of things: « le musée le plus visité », « la troisième ville »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children, matches
from quizgen.facts.targets import below, build, clauses_of, running_text, skeleton_sure
from quizgen.language import Language
from quizgen.model import Clause, Document, Fact, Mention, Sentence, Token

_MOST_WORDS = 8  # of what holds the rank
_MOST_RANK = 16  # of the rank itself


def find_superlatives(document: Document, language: Language) -> Iterator[Fact]:
    """What is first, biggest, the only one of its kind.

    Parts: `rank`, the words of the rank without article. Fields: `rank_head`, `article` (where
    the article writes none), `finite` (« était »; none in an apposition), `sort` (person or thing).
    """
    for sentence in running_text(document):
        for clause in clauses_of(document, sentence):
            yield from _said(document, sentence, clause, language)
        for token in sentence.tokens:
            yield from _beside(document, sentence, token, language)


def _said(
    document: Document, sentence: Sentence, clause: Clause, language: Language
) -> Iterator[Fact]:
    """« Valmont est le port le plus ancien de la région »."""
    subject = clause.subject
    phrase = next((c for c in clause.constituents if c.role == "attribute"), None)
    if subject is None or phrase is None or not clause.copular or len(clause.verbs) != 1:
        return
    words = tuple(i for i in below(sentence, phrase.head) if i in phrase.tokens)
    head = sentence.tokens[phrase.head]
    holder = below(sentence, subject.head)
    if skeleton_sure(sentence, clause) and _is_rank(sentence, head, words, language):
        finite = sentence.tokens[clause.finite].text.lower()
        yield from _fact(document, sentence, subject.head, holder, head, words, finite)


def _beside(
    document: Document, sentence: Sentence, token: Token, language: Language
) -> Iterator[Fact]:
    """« Valmont, le deuxième port de la région, … »."""
    if not matches(token.dep, ("appos",)):
        return
    words = below(sentence, token.i)
    article = child(sentence, token.i, "det")
    if not token.sure and (article is None or article.i != words[0]):
        return
    behind = sentence.tokens[words[-1] + 1 : words[-1] + 2]
    closed = not behind or behind[0].text in (",", ".", ";", ":", ")")
    if sentence.tokens[words[0] - 1].text != "," or not closed:
        return
    if not _stands_before(sentence, sentence.tokens[token.head], words[0] - 1):
        return
    holder = tuple(i for i in below(sentence, token.head) if i < words[0] - 1)
    case = child(sentence, token.head, "case")
    holder = tuple(i for i in holder if case is None or i > case.i)
    if holder and _is_rank(sentence, token, words, language):
        yield from _fact(document, sentence, token.head, holder, token, words, "")


def _stands_before(sentence: Sentence, head: Token, comma: int) -> bool:
    """« Cali, la troisième ville »: nobody else's apposition, as in « un médecin de Cali, … »."""
    article = child(sentence, head.i, "det")
    if article is not None and article.feats.get("Definite") == "Ind":
        return False
    inner = [t for t in children(sentence, head.i, "nmod", "obl", "acl") if t.i < comma]
    return head.pos != "NOUN" or not any(
        t.pos == "PROPN" or child(sentence, t.i, "det", "nmod") is not None for t in inner
    )


def _is_rank(sentence: Sentence, head: Token, words: tuple[int, ...], language: Language) -> bool:
    """A singular noun phrase with a superlative or an ordinal, and with what it is the first of."""
    article = child(sentence, head.i, "det")
    definite = article is None or article.feats.get("Definite") == "Def"
    alone = head.text.lower() in language.words.list("lone_ranks")
    if head.pos != "NOUN" or alone or not definite or head.feats.get("Number") == "Plur":
        return False
    tokens = [sentence.tokens[i] for i in words]
    texts = [t.text.lower().replace("’", "'") for t in tokens]
    ranked = bool(set(texts) & language.words.list("rank_adjectives")) or any(
        a in ("le", "la", "plus") and b in language.words.list("superlative_adverbs")
        for a, b in zip(["plus", *texts], texts, strict=False)
        if a != "plus" or article is None
    )
    scoped = any(matches(t.dep, ("nmod", "acl", "obl")) for t in tokens if t.i != head.i)
    plain = not any(t.dep == "conj" and t.head == head.i for t in tokens)
    whole = len(words) == words[-1] - words[0] + 1 and not {"«", '"', ",", "("} & set(texts)
    return ranked and scoped and plain and whole and len(words) <= _MOST_RANK


def _fact(  # noqa: PLR0913, PLR0917 - both sides of an equation
    document: Document,
    sentence: Sentence,
    held_by: int,
    holder: tuple[int, ...],
    head: Token,
    words: tuple[int, ...],
    finite: str,
) -> Iterator[Fact]:
    mention = _mention(document, sentence, held_by)
    noun = sentence.tokens[held_by]
    if not 0 < len(holder) <= _MOST_WORDS or noun.pos == "PRON":
        return
    if mention is None and (child(sentence, held_by, "det") is None or noun.pos != "NOUN"):
        return
    if mention is None and not any(t.i > held_by for t in children(sentence, held_by)):
        return  # « l'ancien gardien »: who is that?
    if any(t.dep == "conj" for t in children(sentence, held_by)):
        return
    if sentence.tokens[min(holder)].pos == "ADP" or sentence.tokens[words[0]].pos == "ADP":
        return  # « à Valmont, … », « est en troisième position de … »
    person = mention is not None and mention.entity is not None and mention.entity.kind == "person"
    fields = {
        "rank_head": str(head.i),
        "bare": "" if child(sentence, head.i, "det") else "yes",
        "finite": finite,
        "sort": "person" if person else "thing",
    }
    parts = {"rank": words, "holder": holder}
    yield build(document, sentence, "superlative", holder, parts=parts, fields=fields)


def _mention(document: Document, sentence: Sentence, head: int) -> Mention | None:
    here = (m for m in document.mentions if m.sentence == sentence.index and m.kind == "name")
    return next((m for m in here if m.first <= head <= m.last), None)
