"""News sentences on which two pipelines agree in everything: more training data."""

import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Span

from quizgen.packs.fr.lemmas import plain
from quizgen.packs.fr.tokenizer import doc_from_spans, tokenize
from training.conllu import Sentence, Word
from training.incises import turn_round
from training.news import paragraphs
from training.scheme import features_of

SHORTEST, LONGEST = 8, 40
SUBJECTS = ("nsubj", "csubj", "expl")
Key = tuple[int, int]


def _sentence(span: Span, text: str, spans: list[Key]) -> Sentence:
    """Turn a parsed sentence into training data; the offsets count from its first character."""
    start, end = spans[span.start][0], spans[span.end - 1][1]
    words = [
        Word(
            token.text,
            spans[token.i][0] - start,
            token.lemma_,
            token.pos_,
            features_of(plain(token.text), token.pos_, token.morph.to_dict()),
            token.head.i - span.start,
            token.dep_.replace("ROOT", "root"),
        )
        for token in span
    ]
    return Sentence(text[start:end], words)


def _good(sentence: Sentence) -> bool:
    """Say whether a sentence is of a fit length, closed, and free of the usual mistakes."""
    words = sentence.words
    return (
        SHORTEST <= len(words) <= LONGEST
        and sentence.text[-1] in '.!?»"”'
        and "  " not in sentence.text
        and any(word.pos == "VERB" for word in words)
        and not any(_suspect(words, at) for at in range(len(words)))
    )


def _suspect(words: list[Word], at: int) -> bool:
    """Say whether a word is a main verb without subject or a relative clause without pronoun."""
    word = words[at]
    below = [child for child in words if words[child.head] is word and child is not word]
    if word.relation in ("root", "parataxis") and word.pos == "VERB":
        return not any(child.relation.split(":")[0] in SUBJECTS for child in below)
    if word.relation == "acl:relcl":
        return not any(child.feats.get("PronType") == "Rel" for child in words[word.head : at + 1])
    return False


def _parse(nlp: Language, cut: list[tuple[str, list[Key]]]) -> Iterator[list[Sentence]]:
    """Yield the sentences of each text."""
    docs = nlp.pipe(doc_from_spans(nlp.vocab, text, spans) for text, spans in cut)
    for doc, (text, spans) in zip(docs, cut, strict=True):
        yield [_sentence(span, text, spans) for span in doc.sents]


def agreed(pair: tuple[Language, Language], texts: Iterable[str]) -> Iterator[Sentence]:
    """Yield the good sentences that both pipelines read alike, word for word."""
    cut = [(text, tokenize(text)) for text in texts]
    for ours, theirs in zip(_parse(pair[0], cut), _parse(pair[1], cut), strict=True):
        yield from (turn_round(one) for one in ours if one in theirs and _good(one))


def silver(data: Path, pair: tuple[Language, Language], wanted: int) -> list[Sentence]:
    """Return so many agreed sentences from a fixed draw of the bulk news."""
    dice = random.Random(0)
    drawn = list(dict.fromkeys(text for text in paragraphs(data / "bulk") if len(text) > 80))
    dice.shuffle(drawn)
    texts = iter(drawn)
    found: list[Sentence] = []
    while len(found) < wanted and (batch := list(islice(texts, 500))):
        found += agreed(pair, batch)
    return found[:wanted]
