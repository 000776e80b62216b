"""Score the shipped pipelines on the test sets, raw text in, and print the table.

Words are aligned by their characters, so a word that the tokenizer cuts otherwise counts as wrong
everywhere. An arc is right when both its words are right.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from quizgen.packs.fr.nlp import load_shipped
from quizgen.packs.fr.tokenizer import doc_from_spans, tokenize
from training.conllu import Sentence
from training.documents import DEV, TESTS, treebank

Span = tuple[int, int]
Row = dict[str, object]  # what is known of a word, by measure
MEASURES = ("tokens", "UPOS", "UFeats", "lemma", "UAS", "LAS")
ARCS = {
    "root": ("ROOT",),
    "nsubj": ("nsubj", "nsubj:pass"),
    "obj": ("obj",),
    "obl:agent": ("obl:agent",),
}


def gold_rows(sentences: list[Sentence], starts: list[int]) -> dict[Span, Row]:
    """Describe the words of a run of sentences that start at the given offsets of a text."""
    rows: dict[Span, Row] = {}
    for sentence, offset in zip(sentences, starts, strict=True):
        spans = [(offset + w.start, offset + w.start + len(w.form)) for w in sentence.words]
        for at, word in enumerate(sentence.words):
            relation = "ROOT" if word.head == at else word.relation
            rows[spans[at]] = {
                "tokens": True,
                "UPOS": word.pos,
                "UFeats": "|".join(f"{k}={v}" for k, v in sorted(word.feats.items())),
                "lemma": word.lemma,
                "UAS": spans[word.head],
                "LAS": (spans[word.head], relation),
            }
    return rows


def parsed_rows(doc: Doc, spans: list[Span]) -> dict[Span, Row]:
    """Describe the words of a parsed Doc."""
    return {
        spans[token.i]: {
            "tokens": True,
            "UPOS": token.pos_,
            "UFeats": str(token.morph),
            "lemma": token.lemma_,
            "UAS": spans[token.head.i],
            "LAS": (spans[token.head.i], token.dep_),
        }
        for token in doc
    }


def runs(sentences: list[Sentence], size: int) -> Iterator[tuple[str, dict[Span, Row]]]:
    """Yield text and gold words for runs of sentences, joined by a space."""
    for first in range(0, len(sentences), size):
        part = sentences[first : first + size]
        starts, text = [], ""
        for sentence in part:
            starts.append(len(text))
            text += sentence.text + " "
        yield text.rstrip(), gold_rows(part, starts)


def parse(nlp: Language, texts: Iterable[str]) -> list[dict[Span, Row]]:
    """Parse raw texts."""
    cut = [(text, tokenize(text)) for text in texts]
    blank = (doc_from_spans(nlp.vocab, text, spans) for text, spans in cut)
    docs = nlp.pipe(blank, disable=["quizgen_agreement"])  # fills in what treebanks leave open
    return [parsed_rows(doc, spans) for doc, (_, spans) in zip(docs, cut, strict=True)]


def scores(gold: list[dict[Span, Row]], found: list[dict[Span, Row]]) -> dict[str, float]:
    """Return the F-score of each measure in per cent."""
    total = sum(map(len, gold)) + sum(map(len, found))
    right = Counter(
        measure
        for rows, others in zip(gold, found, strict=True)
        for span, row in rows.items()
        if span in others
        for measure in MEASURES
        if row[measure] == others[span][measure]
    )
    return {measure: 200 * right[measure] / total for measure in MEASURES}


def arc_table(gold: list[dict[Span, Row]], *systems: list[dict[Span, Row]]) -> dict[str, str]:
    """Return precision and recall of some arcs on which all systems agree."""
    table = {}
    for name, relations in ARCS.items():
        wanted, found = _arcs(gold, relations), _arcs(systems[0], relations)
        for other in systems[1:]:
            found &= _arcs(other, relations)
        right = len(wanted & found)
        table[name] = f"{100 * right / max(1, len(found)):.1f} / {100 * right / len(wanted):.1f}"
    return table


def _arcs(texts: list[dict[Span, Row]], relations: tuple[str, ...]) -> set[object]:
    """Collect the arcs that have one of the relations."""
    return {
        (at, span, row["LAS"])
        for at, rows in enumerate(texts)
        for span, row in rows.items()
        if row["LAS"][1] in relations  # type: ignore[index]
    }


def report(data: Path, name: str, size: int, pipelines: dict[str, Language]) -> list[str]:
    """Return the lines of the table for one treebank."""
    texts, gold = zip(*runs(treebank(data, name), size), strict=True)
    parsed = {label: parse(nlp, texts) for label, nlp in pipelines.items()}
    lines = []
    for label, found in parsed.items():
        cells = [f"{value:.2f}" for value in scores(list(gold), found).values()]
        lines.append(" | ".join([name, str(size), label, *cells]))
    if len(parsed) > 1:
        parsed["both"] = []
    for label, found in parsed.items():
        systems = [found] if found else list(parsed.values())[:-1]
        cells = [f"{key} {value}" for key, value in arc_table(list(gold), *systems).items()]
        lines.append(" | ".join([name, str(size), label, *cells]))
    return lines


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    arguments = parser.parse_args()
    shipped = dict(zip("bc", load_shipped(), strict=True))
    print("treebank | sentences a text | pipeline |", " | ".join(MEASURES))
    for name in (DEV, *TESTS):
        for size in (1, 5):
            print("\n".join(report(arguments.data, name, size, shipped)))
