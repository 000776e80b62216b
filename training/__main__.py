"""Train the French pipelines and put them into the package: ``python -m training``."""

import argparse
from pathlib import Path
from typing import Any

from spacy.cli.train import train
from spacy.language import Language

from training import compile_lexicon, exceptions, vectors
from training.documents import write_corpora
from training.ship import ship
from training.silver import silver

CONFIG = Path(__file__).parent / "config.cfg"
TARGET = Path("src/quizgen/packs/fr/pipeline")
WIDTH = "components.tok2vec.model.encode.width"
STATIC = "components.tok2vec.model.embed.include_static_vectors"
PIPELINES: dict[str, dict[str, Any]] = {
    "b": {"system.seed": 1},
    "c": {
        "system.seed": 2,
        WIDTH: 128,
        "training.dropout": 0.2,
        STATIC: True,
        "nlp.vectors.@vectors": "quizgen.Floret.v1",
    },
}


def resources(data: Path) -> None:
    """Compile the dictionary, the lemma exceptions and the word vectors into the package."""
    compile_lexicon.main(data / "lexicon", TARGET)
    exceptions.learn(data, TARGET / "exceptions.txt")
    vectors.learn(data, TARGET / "vectors.npy")


def train_pair(folder: Path, steps: int, ship_to: Path) -> tuple[Language, Language]:
    """Train b and c on the corpora of a folder and ship them."""
    pair = []
    for name, settings in PIPELINES.items():
        overrides = settings | {
            "paths.train": str(folder / "train.spacy"),
            "paths.dev": str(folder / "dev.spacy"),
            "training.max_steps": steps,
        }
        train(CONFIG, folder / name, overrides=overrides)
        pair.append(ship(folder / name / "model-best", ship_to / name))
    return pair[0], pair[1]


def main(data: Path, build: Path, steps: int, sentences: int) -> None:
    """Run the whole recipe: treebanks first, then treebanks and the news both agree on."""
    resources(data)
    write_corpora(data, build / "gold")
    pair = train_pair(build / "gold", steps, build / "teachers")
    write_corpora(data, build / "all", silver(data, pair, sentences))
    train_pair(build / "all", 2 * steps, TARGET)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--build", type=Path, default=Path("build/training"))
    parser.add_argument("--steps", type=int, default=7000)
    parser.add_argument("--silver", type=int, default=10_000)
    arguments = parser.parse_args()
    main(arguments.data, arguments.build, arguments.steps, arguments.silver)
