"""Which words of a clause a question keeps: its skeleton and what belongs to it, no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizgen.analysis.clauses import find_finite
from quizgen.analysis.tree import children, matches, subtree
from quizgen.model import Clause, Sentence, Token
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_OUTSIDE = ("punct", "cc", "discourse", "vocative", "dislocated", "reparandum")
_OPTIONAL = ("acl:relcl", "acl", "advcl", "appos", "obl", "advmod")
_CORE = ("nsubj", "obj", "iobj", "xcomp", "ccomp", "expl", "aux", "cop")
_WORDS = FrenchWords()


def clause_tokens(
    sentence: Sentence, clause: Clause, target: Collection[int] = ()
) -> set[int]:
    """The words of a clause without coordinate clauses, links, incises and its conjunction."""
    kept = set(subtree(sentence, clause.head))
    for token in _dependents(sentence, clause):
        if token.head == clause.head and _drops(sentence, token, clause):
            kept -= set(subtree(sentence, token.i))
        elif not token.sure and token.i not in clause.verbs and not follows(sentence, token, target):
            if matches(token.dep, _CORE) or _is_close(sentence, token, clause):
                raise Withheld(f"the readings differ on « {token.text} »")
            kept -= set(subtree(sentence, token.i))
    if clause.kind == "relative":
        kept -= {t.i for t in children(sentence, clause.head) if t.feats.get("PronType") == "Rel"}
    kept |= set(clause.verbs)
    if clause.subject is not None:
        kept |= set(clause.subject.tokens)
    return without_asides(sentence, kept, keep={*clause.verbs, *target})


def follows(sentence: Sentence, token: Token, target: Collection[int]) -> bool:
    """Whether a phrase comes right behind the words asked for: it may stay, whatever it goes with."""
    return min(subtree(sentence, token.i)) - 1 in target


def _is_close(sentence: Sentence, token: Token, clause: Clause) -> bool:
    """Whether a dependent follows the verb without a comma: the verb may need it."""
    behind = token.i > clause.finite and not matches(token.dep, ("punct", "cc", "conj"))
    return behind and not _is_set_off(sentence, token)


def _dependents(sentence: Sentence, clause: Clause) -> Iterator[Token]:
    """The dependents of the predicate and of the infinitives that it governs."""
    chain = [clause.head]
    while chain:
        head = chain.pop()
        for token in children(sentence, head):
            yield token
            if token.dep == "xcomp" and token.pos == "VERB":
                chain.append(token.i)


def _drops(sentence: Sentence, token: Token, clause: Clause) -> bool:
    if token.i in clause.verbs:
        return False
    if matches(token.dep, (*_OUTSIDE, "parataxis", "mark")):
        return True
    if token.dep.startswith("conj"):
        return find_finite(sentence, token.i) is not None or token.pos == "VERB"
    if matches(token.dep, ("advcl",)):
        return token.i < clause.finite or _is_set_off(sentence, token)
    if matches(token.dep, ("advmod", "obl", "mark")):
        return is_link(sentence, token) or is_deictic(sentence, token)
    return token.dep == "dep"


def _is_set_off(sentence: Sentence, token: Token) -> bool:
    """Whether a comma, a colon or a dash stands before a dependent clause."""
    first = min(subtree(sentence, token.i))
    before = sentence.tokens[first - 1].text if first else ""
    here = sentence.tokens[first].text
    return before in (",", ":", ";", "-", "–", "—") or here in (",", ":", ";", "-", "–", "—")


def is_link(sentence: Sentence, token: Token) -> bool:
    """Whether a dependent only ties the sentence to the one before (« en effet », « ainsi »)."""
    words = [sentence.tokens[i] for i in subtree(sentence, token.i)]
    text = " ".join(t.text.lower().replace("’", "'") for t in words if t.pos != "PUNCT")
    return text.replace("' ", "'") in _WORDS.list("links")


def is_deictic(sentence: Sentence, token: Token) -> bool:
    """Whether a dependent tells a time by the day of the article (« hier », « mardi matin »)."""
    words = [sentence.tokens[i] for i in subtree(sentence, token.i)]
    texts = [t.text.lower().replace("’", "'") for t in words if t.pos != "PUNCT"]
    if any(t.text.removesuffix("er").isdigit() for t in words):
        return False
    relative = any(
        t.lemma in ("dernier", "prochain") and t.head < t.i and t.pos == "ADJ" for t in words
    )
    if len(texts) == 1 and texts[0] in _WORDS.list("days"):
        return False  # resolved or refused where the words are rendered
    return len(texts) <= 5 and (relative or any(t in _WORDS.list("deictics") for t in texts))


def adjuncts(sentence: Sentence, clause: Clause) -> Iterator[set[int]]:
    """The branches that a clause can do without and still be true: time, place, manner."""
    for token in _dependents(sentence, clause):
        if matches(token.dep, ("obl", "advmod", "advcl")) and token.i not in clause.verbs:
            branch = set(subtree(sentence, token.i))
            first = sentence.tokens[min(branch)].text.lower().replace("’", "'")
            if names_source(sentence, min(branch)) or token.dep == "obl:agent":
                continue
            if first not in _WORDS.list("restricting"):
                yield branch


def names_source(sentence: Sentence, first: int) -> bool:
    """Whether a phrase that begins here tells whose claim the clause is (« selon l'étude »)."""
    words = [t.text.lower().replace("’", "'") for t in sentence.tokens[first : first + 2]]
    opening = " ".join(words)
    sources = _WORDS.list("source_prepositions") - {"pour"}
    return any(opening == s or opening.startswith((f"{s} ", f"{s}'")) for s in sources)


def without_asides(
    sentence: Sentence, tokens: Collection[int], keep: Collection[int] = ()
) -> set[int]:
    """Leave out brackets, appositions and relatives between commas, and the commas with them."""
    kept = set(tokens)
    for i in sorted(tokens):
        token = sentence.tokens[i]
        if i in keep or i not in kept:
            continue
        if matches(token.dep, ("appos", "acl", "parataxis")) and _is_aside(sentence, token):
            kept -= set(subtree(sentence, i))
    for first, last in _brackets(sentence):
        if not set(range(first, last + 1)) & set(keep):
            kept -= set(range(first, last + 1))
    return without_stray_commas(sentence, kept)


def _brackets(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Pairs of round brackets as inclusive token ranges."""
    opened: list[int] = []
    for token in sentence.tokens:
        if token.text == "(":
            opened.append(token.i)
        elif token.text == ")" and opened:
            yield opened.pop(), token.i


def _is_aside(sentence: Sentence, token: Token) -> bool:
    span = subtree(sentence, token.i)
    first = min(span)
    if sentence.tokens[first].text in (",", "(", "–", "—"):
        return True
    return first > 0 and sentence.tokens[first - 1].text in (",", "(", "–", "—")


def without_stray_commas(sentence: Sentence, tokens: Collection[int]) -> set[int]:
    """Leave out the commas that stood beside words that are gone."""
    kept = set(tokens)
    for i in sorted(tokens):
        if sentence.tokens[i].text in (",", ":", ";", "–", "—"):
            if not _separates(sentence, i, kept) and (i - 1 not in kept or i + 1 not in kept):
                kept.discard(i)
    return kept


def _separates(sentence: Sentence, comma: int, kept: Collection[int]) -> bool:
    """Whether a comma stands between members of a list that both stay."""
    member = sentence.tokens[sentence.tokens[comma].head]
    return matches(member.dep, ("conj",)) and member.i in kept and member.head in kept


def without_optional(sentence: Sentence, clause: Clause, tokens: Collection[int]) -> set[int]:
    """Leave out the last thing that the clause can do without; the same set when there is none."""
    kept = set(tokens)
    for i in sorted(kept, reverse=True):
        token = sentence.tokens[i]
        if not matches(token.dep, _OPTIONAL) or i in clause.verbs:
            continue
        if names_source(sentence, min(subtree(sentence, i))):
            continue
        branch = set(subtree(sentence, i))
        if branch <= set(tokens) and not branch & set(clause.verbs):
            return without_stray_commas(sentence, kept - branch)
    return kept


def balanced(sentence: Sentence, tokens: Collection[int]) -> set[int]:
    """Quotation marks come in pairs: a mark whose partner is near is taken in, else left out."""
    kept = set(tokens)
    pairs = {"«": "»", "“": "”"}
    stack: list[int] = []
    for token in sentence.tokens:
        if token.text in pairs or (token.text == '"' and not stack):
            stack.append(token.i)
        elif stack and (token.text in pairs.values() or token.text == '"'):
            opener = stack.pop()
            inside = [i for i in range(opener + 1, token.i) if i in kept]
            whole = len(inside) == token.i - opener - 1
            kept = kept | {opener, token.i} if whole and inside else kept - {opener, token.i}
    return kept - set(stack)
