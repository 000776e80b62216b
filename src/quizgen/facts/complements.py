"""Complements: what a verb governs (« compter sur », « exhorter à »), what is announced, by whom."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children
from quizgen.facts.targets import below, build, clauses_of, skeleton_sure
from quizgen.language import Language
from quizgen.model import Clause, Constituent, Document, Fact, Sentence

_MOST_WORDS = 12


def find_complements(document: Document, language: Language) -> Iterator[Fact]:
    """Facts of the kinds `complement`, `statement` and `agent`.

    Fields: `marker` (the preposition that moves with the question word), `role`.
    """
    for sentence in document.sentences:
        if sentence.heading:
            continue
        for clause in clauses_of(document, sentence):
            for constituent in clause.constituents:
                if not skeleton_sure(sentence, clause, constituent.head):
                    continue
                fact = (
                    _bidden(document, sentence, clause, constituent, language)
                    or _governed(document, sentence, clause, constituent, language)
                    or _announced(document, sentence, clause, constituent, language)
                    or _agent(document, sentence, clause, constituent)
                )
                if fact is not None:
                    yield fact


def _governed(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    constituent: Constituent,
    language: Language,
) -> Fact | None:
    """« compte sur l'aide de la région », « exhorte les alliés à puiser dans leurs stocks »."""
    verb = sentence.tokens[sentence.tokens[constituent.head].head]
    prepositions = language.words.table("governed").get(verb.lemma, [])
    tokens = below(sentence, constituent.head)
    if constituent.role not in ("oblique", "complement") or len(tokens) < 3 or not prepositions:
        return None
    first = sentence.tokens[tokens[0]].text.lower().replace("’", "'")
    marker = str(language.words.table("plain_prepositions").get(first, first))
    if marker not in prepositions or _is_name(document, sentence, constituent.head):
        return None
    contracted = first != marker and not first.endswith("'")
    purpose = _purpose(sentence, constituent.head)
    tokens = tuple(i for i in tokens if i not in purpose)
    answer = tokens[0 if contracted else 1 :]
    if len(answer) > _MOST_WORDS:
        return None
    return build(
        document,
        sentence,
        "complement",
        answer,
        clause=clause,
        parts={"phrase": tokens},
        fields={"marker": marker, "role": "oblique"},
    )


def _purpose(sentence: Sentence, head: int) -> set[int]:
    """The closing clause of purpose of an infinitive: it stays in the question."""
    last = max(below(sentence, head))
    for token in children(sentence, head, "advcl"):
        branch = set(below(sentence, token.i))
        if last in branch and min(branch) > head:
            return branch
    return set()


def _bidden(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    constituent: Constituent,
    language: Language,
) -> Fact | None:
    """« exhorte les alliés à puiser dans leurs stocks », the infinitive read as the object's."""
    prepositions = language.words.table("governed").get(sentence.tokens[clause.head].lemma, [])
    if constituent.role != "object" or not prepositions:
        return None
    for token in children(sentence, constituent.head, "acl", "xcomp"):
        mark = child(sentence, token.i, "mark")
        bare = mark is not None and mark.text.lower() in prepositions and mark.i > constituent.head
        if mark is None or not bare or token.feats.get("VerbForm") != "Inf" or not token.sure:
            continue
        tokens = below(sentence, token.i)
        answer = tuple(i for i in tokens if i > mark.i)
        if 2 <= len(answer) <= _MOST_WORDS:
            return build(
                document,
                sentence,
                "complement",
                answer,
                clause=clause,
                parts={"phrase": tokens},
                fields={"marker": mark.text.lower(), "role": "oblique"},
            )
    return None


def _is_name(document: Document, sentence: Sentence, head: int) -> bool:
    return any(
        m.sentence == sentence.index and m.head == head and m.kind == "name"
        for m in document.mentions
    )


def _announced(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    constituent: Constituent,
    language: Language,
) -> Fact | None:
    """« X réclame la création d'une commission »: what is announced, asked or denounced."""
    verb = sentence.tokens[clause.head]
    announces = verb.lemma in language.words.list("announcing_verbs")
    direct = constituent.role == "object" and sentence.tokens[constituent.head].head == clause.head
    if not announces or not direct or clause.passive or clause.subject is None:
        return None
    tokens = below(sentence, constituent.head)
    if not 3 <= len(tokens) <= _MOST_WORDS or any(_points_back(sentence, i) for i in tokens):
        return None
    return build(
        document,
        sentence,
        "statement",
        tokens,
        clause=clause,
        parts={"phrase": constituent.tokens},
        fields={"role": "object"},
    )


def _agent(
    document: Document, sentence: Sentence, clause: Clause, constituent: Constituent
) -> Fact | None:
    """« a été créée par l'association X »: who did it, when the clause is passive."""
    tokens = below(sentence, constituent.head)
    if constituent.role != "agent" or not clause.passive or len(tokens) < 2:
        return None
    mention = next(
        (
            m
            for m in document.mentions
            if m.sentence == sentence.index and m.head == constituent.head and m.entity
        ),
        None,
    )
    if mention is None or mention.entity is None or not mention.sure:
        return None
    if mention.entity.kind not in ("person", "organisation"):
        return None
    person = mention.entity.kind == "person"
    fields = {"role": "oblique", "marker": "par", "answer": mention.entity.name if person else ""}
    return build(
        document,
        sentence,
        "agent",
        tokens[1:],
        clause=clause,
        parts={"phrase": constituent.tokens},
        fields={k: v for k, v in fields.items() if v},
    )


def _points_back(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.feats.get("PronType") == "Dem" or token.feats.get("Poss") == "Yes"
