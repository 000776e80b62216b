"""From sentences to spaCy documents of a few sentences each."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from quizgen.packs.fr.nlp import FrenchUD
from training.augment import vary
from training.conllu import Sentence, read_treebank

TRAIN = ("fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_pud-ud-test", "fr_fqb-ud-test")
DEV = "fr_sequoia-ud-dev"
TESTS = ("fr_sequoia-ud-test", "fr_gsd-ud-test")
COPIES = 2  # varied copies of each treebank
LONGEST = 5  # sentences in a document


def treebank(data: Path, name: str) -> list[Sentence]:
    """Read one treebank of the data folder."""
    return list(read_treebank(data / "treebanks" / f"{name}.conllu"))


def groups(sentences: Sequence[Sentence], dice: random.Random) -> Iterator[Sequence[Sentence]]:
    """Cut a treebank into runs of one to LONGEST sentences."""
    at = 0
    while at < len(sentences):
        size = dice.randint(1, LONGEST)
        yield sentences[at : at + size]
        at += size


def to_doc(vocab: Vocab, sentences: Iterable[Sentence]) -> Doc:
    """Make one Doc of sentences; their texts are joined by a space."""
    words: list[str] = []
    columns: dict[str, Any] = defaultdict(list)
    for sentence in sentences:
        first = len(words)
        for at, word in enumerate(sentence.words):
            after = word.start + len(word.form)
            words.append(word.form)
            columns["spaces"].append(
                sentence.text[after : after + 1].isspace() or not sentence.text[after:]
            )
            columns["pos"].append(word.pos)
            columns["morphs"].append(
                "|".join(f"{name}={value}" for name, value in sorted(word.feats.items()))
            )
            columns["lemmas"].append(word.lemma)
            columns["heads"].append(first + word.head)
            columns["deps"].append("ROOT" if word.head == at else word.relation)
            columns["sent_starts"].append(at == 0)
    return Doc(vocab, words=words, **columns)


def write_corpora(data: Path, target: Path, news: Sequence[Sentence] = ()) -> None:
    """Write dev.spacy and train.spacy: the treebanks, varied copies of them, and news."""
    dice = random.Random(0)
    vocab = FrenchUD().vocab
    docs = [to_doc(vocab, group) for group in groups(news, dice)]
    for name in TRAIN:
        sentences = treebank(data, name)
        for copy in range(1 + COPIES):
            varied = [vary(one, dice) if copy else one for one in sentences]
            docs += [to_doc(vocab, group) for group in groups(varied, dice)]
    dice.shuffle(docs)
    target.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(target / "train.spacy")
    dev = [to_doc(vocab, group) for group in groups(treebank(data, DEV), dice)]
    DocBin(docs=dev).to_disk(target / "dev.spacy")
