"""French words by one regular expression, as the UD treebanks cut them.

du, des, au, aux stay one token; inverted pronouns (-t-il, -ce) and elided words (l', qu') are
tokens of their own; numbers keep their spaces (10 000).
"""

import re
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

SPACE = "[ \u00a0\u202f\u2009]"
CLITIC = (
    r"-(?:t-)?(?i:ce|ils?|elles?|on|je|tu|nous|vous|moi|toi|lui|leur|les?|la|en|y|là)(?![\w’'-])"
)
TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)\S*[\w/]                                   # addresses
  | [\w.+-]+@[\w-]+(?:\.\w+)+
  | \w[\w-]*(?:\.\w+)*\.(?:fr|com|org|net|eu|info)\b
  | (?i:rendez-vous|(?:celui|celle|ceux|celles)-là|là-bas|(?:au|par)-delà)\b
  | (?i:aujourd|quelqu(?=['’]une?\b)|presqu(?=['’]î)|prud|c(?=['’]est-à-d))['’][\w-]+
  | (?i:l['’]on)\b | [ONDM]['’](?=[A-Z][a-zé])(?![EÉ])[\w-]+
  | (?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|entr)['’](?=\S|{SPACE}[\w"«“])
  | {CLITIC}                                                      # -t-il
  | (?<![\w)-])-\d+(?:[.,]\d+)*\b                                 # numbers
  | \d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:,\d+)?
  | \d+(?=[hH]\d*\b) | [hH](?=\d\d\b) | °C\b | [nN]°
  | \d\w*(?:[.,:/-]\d\w*|-\w+|['’]\d+)*
  | (?:MM?|Mr|Dr|Pr|Ste?|No|Vol|[cC]f|pp?|ex|av|apr|etc|env|hab|art|c-à-d)\.(?=\W|$)
  | (?:[A-Z]\.-?){{2,}}(?:[A-Z](?=\W|$))?                         # initials
  | [A-Z]\.(?={SPACE}[A-Z])
  | \.{{2,}} | --+ | \+/-
  | ['’]s\b | [^\W\d_]+\((?i:e?s?)\)
  | [^\W\d_]\w*(?:(?!{CLITIC})-(?:[dl]['’])?\w+)*                 # words
  | \S
    """,
    re.VERBOSE,
)


def tokenize(text: str) -> list[tuple[int, int]]:
    """Return the spans of the text's tokens, as offsets into it; white space is no token."""
    return [match.span() for match in TOKEN.finditer(text)]


def doc_from_spans(vocab: Vocab, text: str, spans: list[tuple[int, int]]) -> Doc:
    """Make a Doc of the words at the spans.

    White space of any length between two words becomes one space, so `token.idx` may differ from
    the offset in the text: `spans[token.i]` is the place to look.
    """
    ends = [end for _, end in spans]
    starts = [start for start, _ in spans[1:]] + [len(text)]
    spaces = [start > end for end, start in zip(ends, starts, strict=True)]
    return Doc(vocab, words=[text[start:end] for start, end in spans], spaces=spaces)


class FrenchTokenizer:
    """The tokenizer of a French pipeline; it has no state but the vocabulary."""

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary that its Docs share with the pipeline."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text; runs of white space become one space (see doc_from_spans)."""
        return doc_from_spans(self.vocab, text, tokenize(text))

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: there is nothing to keep."""
        return b""

    def from_bytes(self, _bytes: bytes, **_: Any) -> "FrenchTokenizer":
        """Return itself."""
        return self

    def to_disk(self, _path: Path | str, **_: Any) -> None:
        """Write nothing."""

    def from_disk(self, _path: Path | str, **_: Any) -> "FrenchTokenizer":
        """Return itself."""
        return self


@registry.tokenizers("quizgen.French.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Any:
    """Return the function that gives a pipeline its tokenizer."""

    def for_pipeline(nlp: Any) -> FrenchTokenizer:
        return FrenchTokenizer(nlp.vocab)

    return for_pipeline
