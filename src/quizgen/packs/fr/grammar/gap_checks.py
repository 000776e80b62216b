"""What a sentence with a gap may not be: leaning on another sentence, or telling its own answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quizgen.analysis.tree import children, matches
from quizgen.analysis.zones import zone_at
from quizgen.model import Document, Fact, Mention, Sentence, Token
from quizgen.packs.fr.grammar.gap_figures import check_date, check_figure
from quizgen.packs.fr.grammar.owners import is_explained
from quizgen.packs.fr.grammar.spoken import says_what_that_is
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_FIGURES = ("percentage", "amount", "count", "duration", "measure")
_YEAR = re.compile(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)")
_NEAR = 4  # words between a bracket and the figure that it restates
_ELIDED = ("c", "d", "j", "l", "n", "s", "t")  # « s élève »: the apostrophe is lost
_AMPLE = 7  # words in brackets that tell more than a figure again


def check_words(
    document: Document, sentence: Sentence, kept: Collection[int], context: Sentence | None = None
) -> None:
    """Raise Withheld where a sentence leans on others than the one shown before it."""
    for i in sorted(kept):
        if says_what_that_is(sentence, sentence.tokens[i], sentence.tokens[i].text.lower()):
            raise Withheld("« il s'agit de … »: what is?")
        _check_word(document, sentence, sentence.tokens[i], kept, context)
    _check_subjects(document, sentence, kept)


def check_hidden(
    document: Document,
    sentence: Sentence,
    fact: Fact,
    kept: Collection[int],
    hidden: Sequence[int],
) -> None:
    """Raise Withheld where a sentence gives the hidden words away, or they tell nothing alone."""
    _check_marks(sentence, kept, hidden)
    if fact.kind in _FIGURES:
        check_figure(document, sentence, fact, hidden)
    if fact.kind == "date":
        check_date(sentence, hidden)


def timed(text: str) -> str:
    """A question about a change that tells over which time it went; else Withheld."""
    words = set(re.findall(r"\w+", text.lower()))
    if not (_YEAR.search(text) or words & (_WORDS.list("period_words") | _WORDS.list("months"))):
        raise Withheld("a change over no known time")
    return text


def _check_marks(sentence: Sentence, kept: Collection[int], hidden: Sequence[int]) -> None:
    """A gap in brackets repeats what stands before them, as figures in brackets behind it do.

    Editors' brackets look like gaps.
    """
    depth, near = 0, range(max(hidden) + 1, max(hidden) + _NEAR + 1)
    for token in sentence.tokens:
        depth = max(0, depth + {"(": 1, ")": -1}.get(token.text, 0))
        if token.text.startswith(("[", "]")):
            raise Withheld("square brackets beside a gap")
        if depth and token.i in hidden and _bracketed(sentence, token.i) < _AMPLE:
            raise Withheld("a gap inside brackets")
        figure = token.text[0].isdigit() and not _YEAR.fullmatch(token.text)
        if depth and figure and token.i in kept and token.i in near:
            raise Withheld("the figure in brackets tells the answer")


def _bracketed(sentence: Sentence, i: int) -> int:
    """How many words stand in the brackets around a token."""
    texts = [t.text for t in sentence.tokens]
    first = max(k for k in range(i + 1) if texts[k] == "(")
    last = next((k for k in range(i, len(texts)) if texts[k] == ")"), len(texts))
    return sum(sentence.tokens[k].pos != "PUNCT" for k in range(first, last))


def _check_word(
    document: Document,
    sentence: Sentence,
    token: Token,
    kept: Collection[int],
    context: Sentence | None,
) -> None:
    word = token.text.lower().replace("’", "'").lstrip("-").removeprefix("t-")
    personal = word in _WORDS.list("first_second_person") and token.pos in ("PRON", "DET")
    if personal and not _says_who_speaks(document, sentence, token):
        raise Withheld(f"« {token.text} »: whoever speaks is not known by it")
    if word in ("ce", "c'", "cela", "ça", "ceci") and token.pos == "PRON":
        _check_neuter(sentence, token)
    if word in _WORDS.table("subject_pronouns") and token.pos == "PRON":
        _check_pronoun(document, sentence, token, kept, context)
    if matches(token.dep, ("obj", "iobj")) and token.pos == "PRON" and token.i < token.head:
        _check_clitic(document, sentence, token, kept, context)
    following = sentence.tokens[token.i + 1 : token.i + 2]
    if token.text in _ELIDED and token.pos != "NOUN" and following and following[0].text.isalpha():
        raise Withheld(f"« {token.text} » is half a word")


def _says_who_speaks(document: Document, sentence: Sentence, token: Token) -> bool:
    """Whether « nous » is quoted, and somebody with a name stands outside the quotation."""
    quoted = zone_at(document.zones, token.start) is not None
    return quoted and any(
        m.sentence == sentence.index
        and m.kind == "name"
        and m.entity is not None
        and m.entity.kind == "person"
        and zone_at(document.zones, sentence.tokens[m.head].start) is None
        for m in document.mentions
    )


def _check_neuter(sentence: Sentence, token: Token) -> None:
    """« ce qui … » and « c'est à Lille que … » stand alone; « c'est trop » does not."""
    behind = [t.text.lower() for t in sentence.tokens[token.i + 1 : token.i + 3]]
    relative = behind[:1] and behind[0].replace("’", "'") in ("qui", "que", "qu'", "dont")
    cleft = sentence.tokens[token.i + 2 : token.i + 3] and behind[:1] in (["est"], ["était"])
    if relative or (cleft and sentence.tokens[token.i + 2].pos == "ADP"):
        return
    raise Withheld(f"« {token.text} » points back")


def _check_pronoun(
    document: Document,
    sentence: Sentence,
    token: Token,
    kept: Collection[int],
    context: Sentence | None,
) -> None:
    """A pronoun needs its noun or name in the sentence, or is named by whoever renders it."""
    inverted = token.text.startswith("-")
    if not inverted and (token.dep.startswith("expl") or token.feats.get("Reflex") == "Yes"):
        return
    if inverted and children(sentence, token.head, "nsubj"):
        return
    mention = _pronoun_at(document, sentence, token)
    if mention is None:
        if token.text.lower() in _WORDS.list("impersonal_pronouns"):
            return
        raise Withheld(f"« {token.text} » stands for something unknown")
    told = mention.antecedent in kept and mention.antecedent < token.i
    if told or _is_named(document, mention, kept):
        return
    if context is not None and is_explained(context, sentence, mention):
        return
    plain = zone_at(document.zones, token.start) is None
    if not (plain and not inverted and mention.entity is not None and mention.sure):
        raise Withheld(f"« {token.text} » has no noun in its sentence")


def _check_clitic(
    document: Document,
    sentence: Sentence,
    token: Token,
    kept: Collection[int],
    context: Sentence | None,
) -> None:
    """« la société lui rembourse 75 euros »: no name can take the pronoun's place."""
    mention = _pronoun_at(document, sentence, token)
    if mention is None:
        return
    told = mention.antecedent in kept or _is_named(document, mention, kept)
    explained = context is not None and is_explained(context, sentence, mention)
    if not (mention.sure and told) and not explained:
        raise Withheld(f"« {token.text} » has no noun in its sentence")


def _pronoun_at(document: Document, sentence: Sentence, token: Token) -> Mention | None:
    return next(
        (
            m
            for m in document.mentions
            if m.sentence == sentence.index and m.first == token.i and m.kind == "pronoun"
        ),
        None,
    )


def _is_named(document: Document, mention: Mention, kept: Collection[int]) -> bool:
    """Whether the sentence shows the name of whomever a pronoun stands for."""
    return mention.entity is not None and any(
        m.kind == "name" and m.entity == mention.entity and m.head in kept
        for m in document.mentions
        if m.sentence == mention.sentence
    )


def _check_subjects(document: Document, sentence: Sentence, kept: Collection[int]) -> None:
    """« Un huitième a pris 20 ans », « Les plus fréquentés sont …»: of what, the article knows."""
    for clause in document.clauses:
        if clause.sentence != sentence.index or clause.subject is None or clause.kind == "relative":
            continue
        head = sentence.tokens[clause.subject.head]
        vague = head.pos == "PRON" and head.text.lower() in _WORDS.list("pointing_pronouns")
        personal = head.text.lower() in _WORDS.table("subject_pronouns")
        ordinal = head.text.lower().endswith("ième")
        bare = head.pos in ("ADJ", "NUM", "VERB") or ordinal or (vague and not personal)
        of_what = _says_of_what(sentence, head)
        if bare and head.i in kept and not of_what:
            raise Withheld(f"« {head.text} » as subject")


def _says_of_what(sentence: Sentence, head: Token) -> bool:
    """« un cinquième des élèves », « ceux qui votent »: the words right behind tell."""
    behind = sentence.tokens[head.i + 1 : head.i + 2]
    return bool(behind) and (behind[0].pos in ("ADP", "NOUN") or "PronType" in behind[0].feats)
