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
from training.incises import Features, add_incise, features_in, turn_round

TRAIN = ("fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_pud-ud-test", "fr_fqb-ud-test")
DEV = "fr_sequoia-ud-dev"
TESTS = ("fr_sequoia-ud-test", "fr_gsd-ud-test")
COPIES = 2  # varied copies of each treebank
LONGEST = 5  # sentences in a document


def treebank(data: Path, name: str) -> list[Sentence]:
    """Read one treebank of the data folder."""
    return list(map(turn_round, read_treebank(data / "treebanks" / f"{name}.conllu")))


def varied(sentence: Sentence, known: Features, dice: random.Random) -> Sentence:
    """Return the sentence as a newspaper might have printed it, at times as someone's words."""
    if dice.random() < 0.1:
        sentence = add_incise(sentence, known, dice)
    return vary(sentence, dice)


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
    """Write dev.spacy and train.spacy: the treebanks, varied copies of them, and varied news."""
    dice = random.Random(0)
    known: Features = {}
    runs: list[Sequence[Sentence]] = []
    for name in TRAIN:
        sentences = treebank(data, name)
        known |= features_in(sentences)
        runs += groups(sentences, dice)
        for _ in range(COPIES):
            runs += groups([varied(one, known, dice) for one in sentences], dice)
    runs += groups([varied(one, known, dice) for one in news], dice)
    dice.shuffle(runs)
    target.mkdir(parents=True, exist_ok=True)
    vocab = FrenchUD().vocab
    docs = [to_doc(vocab, run) for run in runs]
    DocBin(docs=docs, store_user_data=False).to_disk(target / "train.spacy")
    dev = [to_doc(vocab, run) for run in groups(treebank(data, DEV), dice)]
    DocBin(docs=dev).to_disk(target / "dev.spacy")
