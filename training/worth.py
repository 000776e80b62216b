"""Fit what a card is worth to judged cards: ``python -m training.worth``.

`judged.csv` beside this module has one line a judged card: the rule, whether a reader accepted the
card, and its traits, numbers only. ``--judged FILE --articles DIR`` makes it anew from verdicts
(JSON lines: article, card, accepted), for the cards that the rules still make.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quizgen.pipeline import read
from quizgen.questions.traits import traits
from quizgen.questions.wording import word_facts

TABLE = Path(__file__).parent / "judged.csv"
RULE_RIDGE, TRAIT_RIDGE = 2.0, 2.0  # how strongly weights are held at 0, in cards
FOLDS = 10
Row = dict[str, str]
Floats = NDArray[np.float64]


def collect(judged: Path, articles: Path) -> Iterator[Row]:
    """The rows of the table: a verdict on each card, with what can be seen of the card now."""
    verdicts: dict[str, dict[str, bool]] = defaultdict(dict)
    for line in judged.read_text(encoding="utf-8").splitlines():
        verdict = json.loads(line)
        verdicts[verdict["article"]][verdict["card"]] = verdict["accepted"]
    for number, (article, cards) in enumerate(sorted(verdicts.items())):
        reading = read(next(articles.glob(f"{article}*")))
        for wording in word_facts(reading.document, reading.facts, reading.language)[0]:
            if wording.id in cards:
                seen = {
                    k: f"{v:.3g}"
                    for k, v in traits(reading.document, wording, reading.language).items()
                }
                accepted = str(int(cards[wording.id]))
                yield {
                    "article": str(number),
                    "rule": wording.rule.id,
                    "accepted": accepted,
                } | seen


def fit(design: Floats, accepted: Floats, ridge: Floats) -> Floats:
    """Weights of a logistic regression, each held at 0 by its ridge (Newton's method)."""
    weights = np.zeros(design.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (chance - accepted) + ridge * weights
        curve = (design.T * (chance * (1 - chance))) @ design + np.diag(ridge)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def matrix(rows: Sequence[Row], rules: Sequence[str], names: Sequence[str]) -> Floats:
    """One row a card: 1, which rule, which traits."""
    return np.array(
        [
            [1.0, *(float(row["rule"] == r) for r in rules), *(float(row[n]) for n in names)]
            for row in rows
        ]
    )


def report(rows: Sequence[Row]) -> None:
    """Print the worth of each rule, the weight of each trait, and how well cards are told apart."""
    rules = sorted({row["rule"] for row in rows})
    names = [name for name in rows[0] if name not in ("article", "rule", "accepted")]
    design = matrix(rows, rules, names)
    accepted = np.array([float(row["accepted"]) for row in rows])
    ridge = np.array([1e-6, *[RULE_RIDGE] * len(rules), *[TRAIT_RIDGE] * len(names)])
    weights = fit(design, accepted, ridge)
    first = 1 + len(rules)
    offset = float((design[:, first:] @ weights[first:]).mean())
    base = weights[0] + offset
    print(f"{len(rows)} cards, {accepted.mean():.0%} accepted; another rule: {_share(base):.2f}")
    for rule, weight in zip(rules, weights[1:], strict=False):
        count = sum(row["rule"] == rule for row in rows)
        print(f"{rule:28}{_share(base + weight):6.2f}{count:6}")
    print(f"OFFSET = {offset:.2f}")
    for name, weight in zip(names, weights[first:], strict=True):
        print(f'    "{name}": {weight:.2f},')
    _cross_validate(rows, design, accepted, ridge)


def _share(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))


def _cross_validate(rows: Sequence[Row], design: Floats, accepted: Floats, ridge: Floats) -> None:
    """What the best cards are like in articles that the weights were not fitted to."""
    fold = np.array([int(row["article"]) % FOLDS for row in rows])
    chance = np.zeros(len(rows))
    for held in range(FOLDS):
        weights = fit(design[fold != held], accepted[fold != held], ridge)
        chance[fold == held] = 1 / (1 + np.exp(-design[fold == held] @ weights))
    order = np.argsort(-chance)
    for share in (0.1, 0.2, 0.3, 0.5, 0.7):
        best = order[: int(share * len(order))]
        least = chance[best[-1]]
        print(f"best {share:.0%} (from {least:.2f}): {accepted[best].mean():.0%} accepted")


def main() -> None:
    """Renew the table where verdicts are given, then fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--judged", type=Path)
    parser.add_argument("--articles", type=Path)
    given = parser.parse_args()
    if given.judged and given.articles:
        found = list(collect(given.judged, given.articles))
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(found[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(found)
    with TABLE.open(encoding="utf-8", newline="") as file:
        report(list(csv.DictReader(file)))


if __name__ == "__main__":
    main()
