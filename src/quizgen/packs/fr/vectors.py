"""Word vectors of French news in floret form (hashed pieces of words), one file for all pipelines.

`training/vectors.py` learns them; the file holds the table in half precision. Words are looked up
by their NORM, so quotes, apostrophes, case and digits never matter.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.util import registry
from spacy.vectors import Vectors
from spacy.vocab import Vocab

TABLE = Path(__file__).parent / "pipeline" / "vectors.npy"
SETTINGS = {"minn": 3, "maxn": 5, "hash_count": 2, "hash_seed": 2166136261, "bow": "<", "eow": ">"}


@lru_cache(maxsize=1)
def table() -> NDArray[np.float32]:
    """Return the shipped table, one row a bucket."""
    stored: NDArray[np.float16] = np.load(TABLE)
    return stored.astype(np.float32)


class SharedVectors(Vectors):  # type: ignore[misc]  # spaCy's class is compiled
    """Floret vectors that remember the words seen and are never saved with a pipeline."""

    def __init__(self, strings: Any) -> None:
        """Open the shipped table."""
        super().__init__(
            strings=strings, data=table(), mode="floret", attr="NORM", name="fr", **SETTINGS
        )
        self.known: dict[int, NDArray[np.float32]] = {}

    def get_batch(self, keys: Any) -> NDArray[np.float32]:
        """Return one row a key (the hash of a NORM)."""
        wanted = [int(key) for key in keys]
        missing = [key for key in dict.fromkeys(wanted) if key not in self.known]
        if missing:
            self.known.update(zip(missing, super().get_batch(missing), strict=True))
        return np.stack([self.known[key] for key in wanted])

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the table ships once, beside the pipelines."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> "SharedVectors":
        """Return itself."""
        return self

    def to_disk(self, _path: Path | str, **_: Any) -> None:
        """Write nothing."""

    def from_disk(self, _path: Path | str, **_: Any) -> "SharedVectors":
        """Return itself."""
        return self


@registry.vectors("quizgen.Floret.v1")  # type: ignore[untyped-decorator]
def make_vectors() -> Any:
    """Return the function that gives a vocabulary its vectors."""

    def for_vocab(vocab: Vocab) -> SharedVectors:
        return SharedVectors(vocab.strings)

    return for_vocab
