"""Learn where the dictionary's lemma is not the treebanks', and write the exceptions."""

from collections import Counter, defaultdict
from pathlib import Path

from quizgen.packs.fr.lemmas import UNCHANGED, dictionary_lemma, plain
from training.documents import TRAIN, treebank


def learn(data: Path, target: Path) -> None:
    """Write form, part of speech and lemma wherever the dictionary is wrong more often than not."""
    gold: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    guessed: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in (one for name in TRAIN for one in treebank(data, name)):
        for word in sentence.words:
            if word.pos not in UNCHANGED and word.lemma != "_":
                key = plain(word.form), word.pos
                gold[key][word.lemma] += 1
                guessed[key][dictionary_lemma(word.form, word.pos, word.feats)] += 1
    lines = []
    for key in sorted(gold):
        lemma, count = gold[key].most_common(1)[0]
        if sum((gold[key] & guessed[key]).values()) < count:
            lines.append("\t".join((*key, lemma)))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
