"""Learn floret word vectors from the bulk news and store them in half precision."""

from pathlib import Path
from tempfile import TemporaryDirectory

import floret
import numpy as np

from quizgen.packs.fr.nlp import normalise
from quizgen.packs.fr.tokenizer import tokenize
from quizgen.packs.fr.vectors import SETTINGS
from training.news import paragraphs

BUCKETS, WIDTH, EPOCHS = 40_000, 64, 5


def learn(data: Path, target: Path) -> None:
    """Train on the tokenised, normalised text and write the table."""
    with TemporaryDirectory() as folder:
        text = Path(folder) / "text"
        with text.open("w", encoding="utf-8") as out:
            for paragraph in paragraphs(data / "bulk"):
                words = [normalise(paragraph[start:end]) for start, end in tokenize(paragraph)]
                out.write(" ".join(words) + "\n")
        model = floret.train_unsupervised(
            str(text), model="cbow", mode="floret", hashCount=SETTINGS["hash_count"],
            bucket=BUCKETS, minn=SETTINGS["minn"], maxn=SETTINGS["maxn"], dim=WIDTH, ws=3,
            epoch=EPOCHS, minCount=5, thread=1, lr=0.05, neg=10,
        )  # fmt: skip
        model.save_floret_vectors(str(Path(folder) / "vectors"))
        store(Path(folder) / "vectors", target)


def store(source: Path, target: Path) -> None:
    """Turn floret's text file into a table in half precision; its settings must be the pack's."""
    with source.open(encoding="utf-8") as lines:
        rows, width, *settings = lines.readline().split()
        expected = [str(value) for value in SETTINGS.values()]
        if settings != expected:
            raise ValueError(f"{source}: settings {settings}, the pack expects {expected}")
        table = np.zeros((int(rows), int(width)), dtype=np.float16)
        for line in lines:
            row, *values = line.split()
            table[int(row)] = [float(value) for value in values]
    np.save(target, table)
