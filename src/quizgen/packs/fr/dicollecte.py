"""The Dicollecte dictionary of French: what a form may be, and the forms of a lemma.

Two compiled tables (``training/compile_lexicon.py`` writes them) hold the same analyses in both
directions. An analysis is an edit (letters to cut at the end, letters to add), a letter for the
traits of its entry and a letter for each set of features; both alphabets head the first table.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from quizgen.packs.fr.fronted import SortedTable

PIPELINE = Path(__file__).parent / "pipeline"
FIRST_LETTER = 0x100
_ACCENTED = {"a": "àâ", "e": "éèê", "i": "î", "o": "ôœ", "u": "ùû", "c": "ç"}
_CLASS_OF = {"ADP": "P", "ADV": "R", "AUX": "X", "CCONJ": "C", "DET": "D", "PRON": "I"}
_NAMES = {"given": "Ng", "surname": "Ns", "place": "Nl"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a form may be; features are Universal Dependencies values, '' when unmarked.

    ``traits`` of a verb: t transitive, n transitive through a preposition, i intransitive,
    q may be pronominal, p only pronominal, m impersonal, c copula, and the auxiliary of its
    compound tenses, a avoir, e être. ``name`` is 'given', 'surname', 'place' or ''.
    """

    lemma: str
    pos: str
    gender: str = ""
    number: str = ""
    verb_form: str = ""
    mood: str = ""
    tense: str = ""
    person: str = ""
    name: str = ""
    traits: str = ""


FEATURES = tuple(field.name for field in fields(Reading))[1:-1]


def _edit(word: str, edit: str) -> str:
    """Apply an edit: its first letter says how many letters to cut, the rest is added."""
    return word[: len(word) - (ord(edit[0]) - 48)] + edit[1:]


class Dicollecte:
    """The dictionary, opened from the folder of its two tables; look-ups are cached."""

    def __init__(self, folder: Path = PIPELINE) -> None:
        """Open the tables; a missing file raises FileNotFoundError."""
        self._forms = SortedTable(folder / "dicollecte.txt")
        self._lemmas = SortedTable(folder / "lemmas.txt")
        head = (self._forms.get("\x01traits") or "", self._forms.get("\x01tags") or "")
        self._traits = head[0].split(",")
        self._tags = [
            dict(zip(FEATURES, tag.split("."), strict=True)) for tag in head[1].split(",")
        ]
        self.paradigm = lru_cache(maxsize=5_000)(self._paradigm)
        self.readings = lru_cache(maxsize=50_000)(self._readings)
        self.reading_class = lru_cache(maxsize=50_000)(self._reading_class)

    def _decode(self, key: str, coded: str, forms: bool) -> list[tuple[str, Reading]]:
        """Decode the analyses of a key into pairs of other side (form or lemma) and reading."""
        pairs = []
        for analysis in coded.split():
            edit, _, codes = analysis.rpartition("/")
            other = _edit(key, edit)
            traits = self._traits[ord(codes[0]) - FIRST_LETTER]
            for code in codes[1:]:
                lemma = key if forms else other
                tag = self._tags[ord(code) - FIRST_LETTER]
                pairs.append((other, Reading(lemma, traits=traits, **tag)))
        return pairs

    def exact(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of a form as the dictionary spells it."""
        coded = self._forms.get(form)
        return tuple(pair[1] for pair in self._decode(form, coded, False)) if coded else ()

    def _readings(self, form: str) -> tuple[Reading, ...]:
        """Return all readings of a form.

        A capitalised form also has those of its lower case, with an accent on its first letter if
        need be; a clitic (-t-il) those of its pronoun.
        """
        found: dict[Reading, None] = {}
        for spelling in _spellings(form):
            found.update(dict.fromkeys(self.exact(spelling)))
        return tuple(found)

    def _reading_class(self, form: str) -> str:
        """Return a short text that is the same for forms with the same set of readings."""
        if form[:1].isdigit():
            return "#"
        return ",".join(sorted({_class_of(reading) for reading in self.readings(form)})) or "?"

    def _paradigm(self, lemma: str) -> list[tuple[str, Reading]]:
        """Return every form of a lemma with its reading."""
        coded = self._lemmas.get(lemma)
        return self._decode(lemma, coded, True) if coded else []

    def inflect(self, lemma: str, pos: str, **wanted: str) -> str | None:
        """Return the form of a lemma with the features wanted, or None.

        Features are those of `Reading` by name. A feature that is not asked for may be anything
        (the indicative and the present come first); an unmarked form suits every gender or number.
        """
        for form, reading in self.paradigm(lemma):
            if reading.pos == pos and all(
                getattr(reading, name)
                in ((value, "") if name in ("gender", "number") else (value,))
                for name, value in wanted.items()
                if value
            ):
                return form
        return None


def _spellings(form: str) -> list[str]:
    """List the dictionary spellings that a printed form may stand for, the likeliest first."""
    form = form.replace("’", "'")
    if form.startswith("-"):
        form = form[1:].removeprefix("t-")
    spellings = [form]
    lower = form.lower()
    if lower != form:
        spellings.append(lower)
        for accent in _ACCENTED.get(lower[:1], ""):
            spellings += [accent + lower[1:], accent.upper() + form[1:]]
        if lower.capitalize() != form and len(form) > 1:
            spellings.append(lower.capitalize())
    if "-E" in form:  # « Saint-Etienne »
        spellings.append(form.replace("-E", "-É"))
    return spellings


def _class_of(reading: Reading) -> str:
    """Shorten a reading to what a parser can learn from."""
    if reading.name:
        return _NAMES[reading.name]
    agreement = reading.gender[:1] + reading.number[:1].lower()
    if reading.verb_form == "Fin":
        frame = "".join(trait for trait in "tnp" if trait in reading.traits)
        return f"V{reading.person}{reading.number[:1].lower()}{reading.mood[:1]}{frame}"
    if reading.verb_form:
        return f"V{reading.verb_form[:1]}{reading.tense[:2]}{agreement}"
    return _CLASS_OF.get(reading.pos, reading.pos[:2]) + agreement
