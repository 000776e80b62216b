"""How a deck is printed, as a deck spec says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quizgen.printing import OPTIONS, read_print
from quizgen.yamlfile import Located


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """The mapping `print`; the table of options is that of the printed page."""

    def read(self, place: Located, name: str) -> dict[str, object]:
        """The plain values by option."""
        place.expect(dict, name)
        return read_print(place)

    def schema(self) -> dict[str, Any]:
        """An object with a property for each option, as strict as its metavar is."""
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                name: {"description": option.help, **_sort(option.metavar)}
                for name, option in OPTIONS.items()
            },
        }


def _sort(metavar: str) -> dict[str, Any]:
    """What an option may be: true or false, one of some words, or what its help says."""
    if not metavar:
        return {"type": "boolean"}
    return {"enum": metavar.split("|")} if "|" in metavar else {}
