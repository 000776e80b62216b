"""When an article came out, as people write it."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from quizgen.model import Source


def published_on(source: Source, labels: Mapping[str, str]) -> str:
    """Write the day, such as 4 juillet 2012, or the month where no day is known, "" for neither."""
    day = source.published or source.month
    if day is None:
        return ""
    month = labels["months"].split()[day.month - 1]
    if source.published is None:
        return f"{month} {day.year}"
    number = labels["first_day"] if day.day == 1 else str(day.day)
    return Template(labels["date"]).safe_substitute(day=number, month=month, year=str(day.year))
