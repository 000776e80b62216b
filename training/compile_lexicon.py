"""Compile the Dicollecte hunspell dictionary into the two tables that the French pack opens."""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgen.packs.fr.dicollecte import FEATURES, FIRST_LETTER
from quizgen.packs.fr.fronted import write_table
from training.dicollecte_tags import tags_of, traits_of

Analysis = tuple[str, str, str, str]  # form, lemma, traits, features joined by dots


@dataclass(frozen=True, slots=True)
class Suffix:
    """One suffix rule of the affix file."""

    strip: str
    add: str
    condition: re.Pattern[str]
    morphology: tuple[str, ...]


def read_suffixes(path: Path) -> dict[str, list[Suffix]]:
    """Read the suffix rules by flag; prefix rules (elided words) are left out."""
    rules: dict[str, list[Suffix]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) > 4 and parts[0] == "SFX":
            strip, add = (
                "" if part == "0" else part for part in (parts[2], parts[3].split("/")[0])
            )
            condition = re.compile(parts[4] + "$")
            rules[parts[1]].append(Suffix(strip, add, condition, tuple(parts[5:])))
    return rules


def expand(line: str, rules: dict[str, list[Suffix]]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield form, lemma and morphology for each form of a dictionary entry."""
    entry, *morphology = line.split()
    word, _, letters = entry.partition("/")
    flags = [letters[at : at + 2] for at in range(0, len(letters), 2)]
    base = [tag for tag in morphology if tag.startswith(("po:", "is:"))]
    lemma = next((tag[3:] for tag in morphology if tag.startswith("st:")), word)
    if "()" not in flags:
        yield word, lemma, [*base, "fixed"]
    for flag in flags:
        for rule in rules.get(flag, ()):
            if rule.condition.search(word) and word.endswith(rule.strip):
                form = word[: len(word) - len(rule.strip)] + rule.add
                yield form, lemma, [*base, *rule.morphology]


def analyse(folder: Path) -> list[Analysis]:
    """List the analyses of the whole dictionary, without repeats, in its own order."""
    rules = read_suffixes(folder / "fr.aff")
    found: dict[Analysis, None] = {}
    lines = (folder / "fr.dic").read_text(encoding="utf-8").splitlines()[1:]
    for line in filter(None, lines):
        for form, lemma, morphology in expand(line, rules):
            traits = traits_of(morphology)
            for tag in tags_of(lemma, morphology):
                found[form, lemma, traits, ".".join(getattr(tag, name) for name in FEATURES)] = None
    return list(found)


def _alphabet(values: Iterable[str]) -> dict[str, str]:
    """Give each value a letter, the commonest first."""
    frequency = Counter(values)
    ranked = sorted(frequency, key=lambda value: (-frequency[value], value))
    return {value: chr(FIRST_LETTER + index) for index, value in enumerate(ranked)}


def _edit(source: str, target: str) -> str:
    """Write the edit that turns one word into the other."""
    kept = 0
    while kept < min(len(source), len(target)) and source[kept] == target[kept]:
        kept += 1
    return chr(48 + len(source) - kept) + target[kept:]


def _rank(analysis: Analysis) -> tuple[int, int, bool]:
    """Order the forms of a lemma: indicative first, present first, paie before paye."""
    mood, tense = analysis[3].split(".")[4:6]
    moods, tenses = ("Ind", "Cnd", "Sub", "Imp", ""), ("Pres", "Imp", "Past", "Fut", "")
    return moods.index(mood), tenses.index(tense), "aye" in analysis[0]


def _table(
    analyses: list[Analysis], traits: dict[str, str], tags: dict[str, str], key: int
) -> dict[str, str]:
    """Group the analyses by form (key 0) or by lemma (key 1) and code them."""
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for analysis in analyses:
        edit = f"{_edit(analysis[key], analysis[1 - key])}/{traits[analysis[2]]}"
        group = groups[analysis[key]]
        group[edit] = group.get(edit, "") + tags[analysis[3]]
    return {word: " ".join(map("".join, group.items())) for word, group in groups.items()}


def main(source: Path, target: Path) -> None:
    """Compile the dictionary of the source folder into the target folder."""
    analyses = analyse(source)
    traits = _alphabet(analysis[2] for analysis in analyses)
    tags = _alphabet(analysis[3] for analysis in analyses)
    forms = _table(analyses, traits, tags, 0)
    forms["\x01traits"], forms["\x01tags"] = ",".join(traits), ",".join(tags)
    write_table(target / "dicollecte.txt", forms)
    ranked = sorted(analyses, key=_rank)
    write_table(target / "lemmas.txt", _table(ranked, traits, tags, 1))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("src/quizgen/packs/fr/pipeline"))
    arguments = parser.parse_args()
    main(arguments.data / "lexicon", arguments.out)
