"""Reading the treebanks: sentences with their text, in one annotation scheme for all.

- du, des, au, aux and their like stay one token: an ADP that carries the article's features, or
  the pronoun (auquel, duquel).
- Relations and features that not all four treebanks annotate are folded or dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from training.scheme import harmonise


@dataclass(frozen=True, slots=True)
class Word:
    """One token: character span in the sentence's text, annotation, head's index (own = root)."""

    form: str
    start: int
    lemma: str
    pos: str
    feats: dict[str, str]
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence and its text as printed."""

    text: str
    words: list[Word] = field(default_factory=list)


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, harmonised."""
    content = path.read_text(encoding="utf-8").strip()
    unmarked_agents = content.count("\tobl:agent\t") < 5  # PUD
    for block in content.split("\n\n"):
        lines = block.split("\n")
        text = next(line[9:] for line in lines if line.startswith("# text = "))
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = _merge([row for row in rows if "." not in row[0]])
        yield placed(text, [harmonise_word(words, at, unmarked_agents) for at in range(len(words))])


def _merge(rows: list[list[str]]) -> list[Word]:
    """Make one word of each multiword token; its spans are set later."""
    groups: list[tuple[str, list[list[str]]]] = []
    last = 0
    for row in rows:
        if "-" in row[0]:
            last = int(row[0].split("-")[1])
            groups.append((row[1], []))
        elif int(row[0]) <= last:
            groups[-1][1].append(row)
        else:
            groups.append((row[1], [row]))
    place = {row[0]: at for at, (_, parts) in enumerate(groups) for row in parts}
    return [_word(form, parts, place, at) for at, (form, parts) in enumerate(groups)]


def _word(form: str, parts: list[list[str]], place: dict[str, int], at: int) -> Word:
    """Build the word for the rows of one token."""
    row = parts[0]
    feats: dict[str, str] = {}
    for part in parts:
        feats |= dict(pair.split("=") for pair in part[5].split("|") if "=" in pair)
    if len(parts) > 1 and parts[-1][3] == "PRON":
        row = parts[-1]
    head = place.get(row[6], at)
    relation = row[7]
    outer = [part for part in parts if place.get(part[6], at) != at]
    if head == at and row[6] != "0" and outer:
        head, relation = place[outer[0][6]], outer[0][7]
    return Word(form, 0, row[2], row[3], feats, head, relation)


def harmonise_word(words: list[Word], at: int, unmarked_agents: bool) -> Word:
    """Bring one word into the common scheme."""
    word = words[at]
    lemma, pos, feats, relation = harmonise(
        word.form, word.lemma, word.pos, word.feats, word.relation
    )
    if unmarked_agents and relation == "obl" and _is_agent(words, at):
        relation = "obl:agent"
    return replace(word, lemma=lemma, pos=pos, feats=feats, relation=relation)


def _is_agent(words: list[Word], at: int) -> bool:
    """Say whether an oblique is introduced by « par » and depends on a passive participle."""
    head = words[at].head
    auxiliaries = {word.relation for word in words if word.head == head}
    passive = "aux:pass" in auxiliaries or "aux:tense" not in auxiliaries
    by = any(word.head == at and word.form.lower() == "par" for word in words)
    return (
        by
        and passive
        and words[head].feats.get("Tense") == "Past"
        and (words[head].feats.get("VerbForm") == "Part")
    )


def placed(text: str, words: list[Word]) -> Sentence:
    """Build the sentence of words that stand in its text in this order."""
    at, found = 0, []
    for word in words:
        at = text.index(word.form, at)
        found.append(replace(word, start=at))
        at += len(word.form)
    return Sentence(text, found)
