"""How common a word form is in the news, as counted by `training/frequency.py`."""

from __future__ import annotations

from functools import cache

from quizgen.packs.fr.dicollecte import PIPELINE


def frequency(form: str) -> int:
    """In how many of a thousand news pages a form stands; 0 for a rare or an unknown one."""
    return _table().get(form.lower().replace("’", "'"), 0)


@cache
def _table() -> dict[str, int]:
    lines = (PIPELINE / "frequency.txt").read_text(encoding="utf-8").splitlines()
    return {form: int(pages) for form, pages in (line.split("\t") for line in lines)}
