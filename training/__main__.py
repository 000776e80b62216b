"""Train the French pipelines and put them into the package: ``python -m training``."""

import argparse
from pathlib import Path
from typing import Any

from spacy.cli.train import train

from training import compile_lexicon, exceptions, frequency, vectors
from training.documents import write_corpora
from training.ship import ship
from training.silver import silver

RECIPE = Path(__file__).parent
TARGET = Path("src/quizgen/packs/fr/pipeline")
FIRST: dict[str, dict[str, Any]] = {
    "b": {"system.seed": 1},
    "c": {
        "system.seed": 2,
        "components.tok2vec.model.encode.width": 128,
        "components.tok2vec.model.embed.include_static_vectors": True,
        "training.dropout": 0.2,
        "nlp.vectors.@vectors": "quizgen.Floret.v1",
    },
}
SECOND: dict[str, dict[str, Any]] = {
    "b": {"system.seed": 1, "training.dropout": 0.15},
    "c": {
        "system.seed": 2,
        "paths.width": 128,
        "training.dropout": 0.2,
        "nlp.vectors.@vectors": "quizgen.Floret.v1",
    },
}


def resources(data: Path) -> None:
    """Compile dictionary, lemma exceptions, frequencies and word vectors into the package."""
    compile_lexicon.main(data / "lexicon", TARGET)
    exceptions.learn(data, TARGET / "exceptions.txt")
    frequency.count(data, TARGET / "frequency.txt")
    vectors.learn(data, TARGET / "vectors.npy")


def run(config: str, corpus: Path, output: Path, settings: dict[str, Any]) -> Path:
    """Train one pipeline on the corpora of a folder; return the folder of the best one."""
    paths = {"paths.train": corpus / "train.spacy", "paths.dev": corpus / "dev.spacy"}
    overrides = settings | {name: str(path) for name, path in paths.items()}
    train(RECIPE / config, output, overrides=overrides)
    return output / "model-best"


def main(data: Path, build: Path, steps: int, sentences: int) -> None:
    """Run the whole recipe: on treebanks, then also on news that both pipelines read alike."""
    resources(data)
    write_corpora(data, build / "gold")
    limit = {"training.max_steps": steps}
    first = {
        name: run("config.cfg", build / "gold", build / "first" / name, settings | limit)
        for name, settings in FIRST.items()
    }
    pair = [ship(path, build / "teachers" / name) for name, path in first.items()]
    write_corpora(data, build / "all", silver(data, (pair[0], pair[1]), sentences))
    for name, settings in SECOND.items():
        more = limit | {"paths.teacher": str(first[name])}
        best = run("continue.cfg", build / "all", build / "second" / name, settings | more)
        ship(best, TARGET / name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--build", type=Path, default=Path("build/training"))
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--silver", type=int, default=12_000)
    arguments = parser.parse_args()
    main(arguments.data, arguments.build, arguments.steps, arguments.silver)
