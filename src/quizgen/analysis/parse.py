"""From blocks of text to sentences of tokens, by one spaCy pipeline or two that vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from quizgen.analysis.mend import mend
from quizgen.model import Block, Sentence, Source, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MARKUP = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|`")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_SPACES = re.compile(r"\s+")

# Words of the longest sentence that is read: what is longer is no sentence, but a text whose
# punctuation is lost, and its analysis would take time by the square of its length.
LONGEST_SENTENCE = 400


def parse(source: Source, pipelines: Sequence[Any]) -> tuple[Sentence, ...]:
    """The sentences of all blocks that are not boilerplate, in order; endless ones left out.

    `pipelines` are spaCy pipelines over one tokenizer, best first; a token is `sure` when all of
    them give it the same head and relation (subtypes apart).
    """
    blocks = [(i, b) for i, b in enumerate(source.blocks) if b.kind != "boilerplate"]
    squeezed = [squeeze(source.body, block) for _, block in blocks]
    texts = [text for text, _ in squeezed]
    parsed = [list(nlp.pipe(texts)) for nlp in pipelines]
    sentences: list[Sentence] = []
    for k, (index, block) in enumerate(blocks):
        docs = [column[k] for column in parsed]
        for tokens in _sentences_of(docs, squeezed[k][1], source.body):
            heading = block.kind == "heading"
            sentences.append(build_sentence(len(sentences), index, mend(tokens), heading))
    return tuple(sentences)


def squeeze(body: str, block: Block) -> tuple[str, list[int]]:
    """A block's text without markup and with single spaces, and each character's offset."""
    text = body[block.start : block.end]
    drop: set[int] = set()
    for match in _LINK.finditer(text):
        drop.update(range(match.start(), match.start(1)), range(match.end(1), match.end()))
    for match in _MARKUP.finditer(text):
        drop.update(range(*match.span()))
    characters: list[str] = []
    places: list[int] = []
    for i, character in enumerate(text):
        if i in drop:
            continue
        space = character.isspace()
        if space and (not characters or characters[-1].isspace()):
            continue
        plain = " " if space and character not in "\u00a0\u202f" else character
        characters.append(plain)
        places.append(block.start + i)
    return "".join(characters).rstrip(), places


def build_sentence(index: int, block: int, tokens: Sequence[Token], heading: bool) -> Sentence:
    """A sentence around tokens whose `i` and `head` count from its first token."""
    dependents: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            dependents[token.head].append(token.i)
    return Sentence(
        index=index,
        block=block,
        start=tokens[0].start,
        end=tokens[-1].end,
        tokens=tuple(tokens),
        dependents=tuple(tuple(d) for d in dependents),
        heading=heading,
    )


def _sentences_of(docs: Sequence[Doc], places: list[int], body: str) -> Iterator[list[Token]]:
    for first, last in _bounds(docs[0]):
        if last - first > LONGEST_SENTENCE:
            continue
        tokens = []
        for i in range(first, last):
            word = docs[0][i]
            head = word.head.i if first <= word.head.i < last else i
            start, end = places[word.idx], places[word.idx + len(word.text) - 1] + 1
            tokens.append(
                Token(
                    i=i - first,
                    start=start,
                    end=end,
                    text=body[start:end],
                    lemma=word.lemma_,
                    pos=word.pos_,
                    feats=word.morph.to_dict(),
                    dep="root" if head == i else word.dep_,
                    head=head - first,
                    sure=all(_same_arc(d[i], word) for d in docs),
                )
            )
        if tokens:
            yield tokens


def _same_arc(one: Any, other: Any) -> bool:
    """Whether two readings of a word agree on its head and, subtypes apart, its relation."""
    same = one.dep_.partition(":")[0] == other.dep_.partition(":")[0]
    return bool(one.head.i == other.head.i and same)


def _bounds(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges of sentences; a stray closing mark goes to the sentence that it closes."""
    starts = [0]
    for sentence in doc.sents:
        first = sentence.start
        if first == 0:
            continue
        if any(word.is_alpha or word.like_num for word in sentence) and not _closes(
            doc[first].text
        ):
            starts.append(first)
        elif _closes(doc[first].text) and any(word.is_alpha for word in sentence[1:]):
            starts.append(first + 1)
    ends = [*starts[1:], len(doc)]
    return ((a, b) for a, b in zip(starts, ends, strict=True) if a < b)


def _closes(mark: str) -> bool:
    return mark in ("»", "”", ")", "]", "!", "?", ".", "…")
