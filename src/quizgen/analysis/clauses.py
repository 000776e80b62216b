"""Clauses: a finite predicate with its subject, objects and obliques, each a span with a role."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.subjects import with_subject
from quizgen.analysis.tree import child, children, matches, subtree
from quizgen.model import Clause, ClauseKind, Constituent, ConstituentRole, Sentence, Token

_ROLES: dict[str, ConstituentRole] = {
    "nsubj": "subject",
    "csubj": "subject",
    "obj": "object",
    "iobj": "oblique",
    "obl": "oblique",
    "xcomp": "complement",
    "ccomp": "complement",
    "advcl": "adverbial",
    "advmod": "adverb",
}
_KINDS: dict[str, ClauseKind] = {
    "root": "main",
    "ccomp": "reported",
    "acl:relcl": "relative",
    "acl": "relative",
    "advcl": "adverbial",
    "conj": "coordinate",
    "parataxis": "main",
}
_BREAKS = (",", "»", "”", '"', "-", "–", "—")
_OPENERS = ("«", "“", '"')


def find_clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """Every finite clause of a sentence, outermost first."""
    if sentence.heading:
        return ()
    heads = (t for t in sentence.tokens if not matches(t.dep, ("aux", "cop")))
    return tuple(c for token in heads if (c := _clause_at(sentence, token)) is not None)


def _clause_at(sentence: Sentence, head: Token) -> Clause | None:
    finite = find_finite(sentence, head.i)
    if finite is None:
        return None
    copula = child(sentence, head.i, "cop")
    constituents = tuple(_constituents(sentence, head, copular=copula is not None))
    constituents = with_subject(sentence, head, constituents)
    kind = _kind(sentence, head, finite)
    if kind == "incise":  # not asked about: no subject to ask with
        constituents = tuple(c for c in constituents if c.role != "subject")
    return Clause(
        sentence=sentence.index,
        kind=kind,
        head=head.i,
        finite=finite.i,
        verbs=_verb_group(sentence, head, finite, copular=copula is not None),
        constituents=constituents,
        passive=child(sentence, head.i, "aux:pass") is not None,
        copular=copula is not None,
    )


def _kind(sentence: Sentence, head: Token, finite: Token) -> ClauseKind:
    if _is_incise(sentence, head, finite) or _brings_quotation(sentence, head):
        return "incise"
    return _KINDS.get(head.dep) or _KINDS.get(head.dep.partition(":")[0], "other")


def _is_incise(sentence: Sentence, head: Token, finite: Token) -> bool:
    """« …, révèle une étude », « « … », a dit X »: no sentence without the words before."""
    subject = child(sentence, head.i, "nsubj")
    before = sentence.tokens[finite.i - 1] if finite.i else None
    inverted = subject is not None and subject.i > finite.i
    return inverted and before is not None and before.text in _BREAKS


def _brings_quotation(sentence: Sentence, head: Token) -> bool:
    """« X a déclaré : « … » », « X a déclaré : »: what is told stands behind the colon."""
    behind = [t.text for t in sentence.tokens[head.i + 1 : head.i + 3]]
    return behind[:1] == [":"] and all(text in _OPENERS for text in behind[1:])


def find_finite(sentence: Sentence, head: int) -> Token | None:
    """The token that carries person and tense for the predicate at `head`."""
    helpers = [t for t in children(sentence, head, "aux", "cop") if _is_finite(t)]
    if helpers:
        return helpers[0]
    token = sentence.tokens[head]
    return token if token.pos in ("VERB", "AUX") and _is_finite(token) else None


def _is_finite(token: Token) -> bool:
    if "VerbForm" in token.feats:
        return token.feats["VerbForm"] == "Fin"
    return "Mood" in token.feats


def _verb_group(
    sentence: Sentence, head: Token, finite: Token, *, copular: bool
) -> tuple[int, ...]:
    """The predicate's own words: auxiliaries, clitics before them, negation, lexical verb."""
    group = {t.i for t in children(sentence, head.i, "aux", "cop")}
    if not copular:
        group.add(head.i)
    last = max(group)
    for token in children(sentence, head.i):
        if (token.feats.get("Polarity") == "Neg" and token.pos in ("ADV", "PART")) or (
            is_clitic(sentence, token)
            and token.i < last
            and not matches(token.dep, ("nsubj", "expl:subj"))
        ):
            group.add(token.i)
    group.add(finite.i)
    return tuple(sorted(group))


def is_clitic(sentence: Sentence, token: Token) -> bool:
    """Whether a pronoun leans on the verb (le, lui, se, y, en …); not « selon lui »."""
    if token.pos != "PRON" or child(sentence, token.i, "case") is not None:
        return False
    clitic = matches(token.dep, ("expl", "obj", "iobj", "obl"))
    return (clitic and token.feats.get("PronType") == "Prs") or token.dep.startswith("expl")


def _constituents(sentence: Sentence, head: Token, *, copular: bool) -> Iterator[Constituent]:
    """The dependents of the predicate and of the infinitives that it governs directly."""
    if copular:
        yield _attribute(sentence, head)
    chain = [head]
    while chain:
        verb = chain.pop(0)
        for token in children(sentence, verb.i):
            role = _role(token)
            if role is None or is_clitic(sentence, token) or token.feats.get("Polarity") == "Neg":
                continue
            yield _constituent(sentence, token, role)
            if token.dep == "xcomp" and token.pos == "VERB":
                chain.append(token)


def _role(token: Token) -> ConstituentRole | None:
    if token.dep == "obl:agent":
        return "agent"
    if token.dep.startswith("nsubj") and token.dep.endswith("outer"):
        return None
    return _ROLES.get(token.dep.partition(":")[0])


def _constituent(sentence: Sentence, token: Token, role: ConstituentRole) -> Constituent:
    return Constituent(role, token.i, subtree(sentence, token.i))


def _attribute(sentence: Sentence, head: Token) -> Constituent:
    outside = {
        t.i
        for t in children(sentence, head.i)
        if _role(t) in ("subject", "adverbial", "complement")
        or matches(t.dep, ("cop", "aux", "punct", "mark", "parataxis", "cc"))
        or (matches(t.dep, ("obl", "advmod", "conj")) and find_finite(sentence, t.i) is not None)
        or (t.i < head.i and matches(t.dep, ("obl", "advmod", "expl", "discourse")))
    }
    return Constituent("attribute", head.i, subtree(sentence, head.i, without=outside))
