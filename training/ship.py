"""Put a trained pipeline into the package: our own components added, nothing needless kept."""

import json
import shutil
from pathlib import Path

from spacy.language import Language
from thinc.api import Config

from quizgen.packs.fr.nlp import load

NEEDLESS = ("vocab/lookups.bin", "vocab/key2row", "vocab/vectors", "vocab/vectors.cfg")


def ship(trained: Path, target: Path) -> Language:
    """Write the trained pipeline to its folder in the package and return it."""
    nlp = load(trained)
    nlp.add_pipe("quizgen_borders", first=True)
    nlp.add_pipe("quizgen_lemmas", last=True)
    nlp.add_pipe("quizgen_agreement", last=True)
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(target)
    for name in NEEDLESS:
        (target / name).unlink(missing_ok=True)
    (target / "vocab" / "strings.json").write_text("[]")
    _keep(target / "config.cfg", ("nlp", "components"))
    meta = {key: nlp.meta[key] for key in ("lang", "name", "version", "spacy_version")}
    (target / "meta.json").write_text(json.dumps(meta, indent=1) + "\n")
    return nlp


def _keep(path: Path, sections: tuple[str, ...]) -> None:
    """Leave only some sections in a config file, without the folders of this training."""
    config = Config().from_disk(path)
    Config({name: config[name] for name in sections}).to_disk(path)
