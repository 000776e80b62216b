"""Attributes: « le but de la réforme est de réduire la dette »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children, matches, subtree
from quizgen.facts.targets import below, build, clauses_of, running_text, skeleton_sure
from quizgen.language import Language
from quizgen.model import Clause, Document, Fact, Sentence

_MOST_WORDS = 14


def find_attributes(document: Document, language: Language) -> Iterator[Fact]:
    """Clauses that say what a noun with a complement is: `subject`, `subject_head`."""
    for sentence in running_text(document):
        for clause in clauses_of(document, sentence):
            answer = _answer(sentence, clause)
            if answer and _tells_which(sentence, clause, language) and clause.subject is not None:
                yield build(
                    document,
                    sentence,
                    "attribute",
                    answer,
                    clause=clause,
                    parts={"phrase": answer, "subject": below(sentence, clause.subject.head)},
                    fields={"subject_head": str(clause.subject.head)},
                )


def _answer(sentence: Sentence, clause: Clause) -> tuple[int, ...]:
    """The infinitive phrase or the noun phrase that the subject is said to be."""
    if clause.copular:
        head = sentence.tokens[clause.head]
        infinitive = head.feats.get("VerbForm") == "Inf"
        article = child(sentence, head.i, "det")
        definite = article is not None and article.feats.get("Definite") == "Def"
        if not infinitive and not (head.pos == "NOUN" and definite):
            return ()
        phrase = next((c for c in clause.constituents if c.role == "attribute"), None)
    else:
        verb = sentence.tokens[clause.head]
        phrase = next((c for c in clause.constituents if c.role == "complement"), None)
        if verb.lemma != "être" or phrase is None:
            return ()
        if sentence.tokens[phrase.head].feats.get("VerbForm") != "Inf":
            return ()
    if phrase is None or not skeleton_sure(sentence, clause, phrase.head):
        return ()
    mark = child(sentence, phrase.head, "mark", "case")
    drop = {mark.i} if mark is not None else set()
    drop |= {
        i
        for i in phrase.tokens
        if matches(sentence.tokens[i].dep, ("acl", "advcl", "appos", "parataxis"))
        and sentence.tokens[min(subtree(sentence, i))].text == ","
    }
    inside = set(subtree(sentence, phrase.head, without=drop)) & set(phrase.tokens)
    tokens = tuple(i for i in below(sentence, phrase.head, drop) if i in inside and i not in drop)
    return tokens if 2 <= len(tokens) <= _MOST_WORDS else ()


def _tells_which(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """A definite noun with a complement: « l'objectif affiché par … », not « le problème ».

    Only nouns that ask for what fills them (« but », « prix ») have one answer.
    """
    if clause.subject is None:
        return False
    if sentence.tokens[clause.subject.head].lemma not in language.words.list("open_nouns"):
        return False
    article = child(sentence, clause.subject.head, "det")
    definite = article is not None and article.feats.get("Definite") == "Def"
    return definite and bool(children(sentence, clause.subject.head, "nmod", "acl", "amod"))
