"""The shipped pipelines: load fast, read plain sentences right, score what the data card says."""

import subprocess
import sys
from pathlib import Path

import pytest
from spacy.language import Language

from quizgen.packs.fr.borders import starts
from quizgen.packs.fr.nlp import PIPELINE, load_shipped, normalise
from quizgen.packs.fr.tokenizer import tokenize

SHARED = Path(__file__).parents[4] / "shared"
SENTENCE = "Jeudi, le ministre a été reçu à Oslo par la reine, selon l’agence."


@pytest.fixture(scope="module")
def pair() -> tuple[Language, Language]:
    return load_shipped()


def test_spacys_own_french_stays_out() -> None:
    code = (
        "import sys\nfrom quizgen.packs.fr.nlp import load_shipped\nload_shipped()\n"
        "sys.exit('spacy.lang.fr' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("which", [0, 1])
def test_a_passive_sentence(pair: tuple[Language, Language], which: int) -> None:
    doc = pair[which](SENTENCE)
    arcs = {(token.text, token.dep_, token.head.text) for token in doc}
    assert ("reçu", "ROOT", "reçu") in arcs
    assert ("ministre", "nsubj:pass", "reçu") in arcs
    assert ("été", "aux:pass", "reçu") in arcs
    assert ("reine", "obl:agent", "reçu") in arcs
    assert [token.lemma_ for token in doc if token.pos_ in ("VERB", "AUX")] == [
        "avoir",
        "être",
        "recevoir",
    ]


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize(
    ("text", "at", "gender", "number"),
    [
        ("La ministre est partie.", 1, ["Fem"], ["Sing"]),
        ("Les États-Unis ont refusé.", 1, ["Masc"], ["Plur"]),
        ("Sylvie a refusé.", 0, ["Fem"], []),
        ("Les enfants dorment.", 1, [], ["Plur"]),
    ],
)
def test_gender_and_number(  # noqa: PLR0913, PLR0917
    pair: tuple[Language, Language],
    which: int,
    text: str,
    at: int,
    gender: list[str],
    number: list[str],
) -> None:
    morph = pair[which](text)[at].morph
    assert (morph.get("Gender"), morph.get("Number")) == (gender, number)


@pytest.mark.parametrize("which", [0, 1])
def test_sentences_are_found(pair: tuple[Language, Language], which: int) -> None:
    doc = pair[which]("Le train est parti. Que dit la maire ? Elle attend le suivant.")
    assert [sent.text for sent in doc.sents] == [
        "Le train est parti.",
        "Que dit la maire ?",
        "Elle attend le suivant.",
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("« Oui. » Il part.", "«|Il"),
        ('"Quoi ?" demande-t-il. "Rien."', '"|"'),
        ("Il part (enfin !), dit-on. Elle reste…", "Il|Elle"),
        ("Le plan : partir. 12 élus votent", "Le|12"),
    ],
)
def test_a_sentence_begins_after_a_stop_only(text: str, first: str) -> None:
    words = [text[start:end] for start, end in tokenize(text)]
    allowed = [word for word, start in zip(words, starts(words), strict=True) if start]
    assert "|".join(allowed) == first


@pytest.mark.parametrize("which", [0, 1])
def test_the_speaker_is_the_subject(pair: tuple[Language, Language], which: int) -> None:
    doc = pair[which]("Les pompiers ont éteint le feu, a indiqué jeudi le préfet.")
    arcs = {(token.text, token.dep_, token.head.text) for token in doc}
    assert ("éteint", "ROOT", "éteint") in arcs
    assert ("indiqué", "parataxis", "éteint") in arcs
    assert ("préfet", "nsubj", "indiqué") in arcs
    assert ("jeudi", "obl", "indiqué") in arcs


@pytest.mark.parametrize("which", [0, 1])
def test_print_does_not_matter(pair: tuple[Language, Language], which: int) -> None:
    plain = pair[which]('L\'État a dit "non" à 10 000 élus.')
    printed = pair[which]("L’État a dit «\u00a0non\u00a0» à 10\u202f000 élus.")
    assert [(t.pos_, t.dep_, t.head.i) for t in plain] == [
        (t.pos_, t.dep_, t.head.i) for t in printed
    ]


def test_normal_forms() -> None:
    assert [normalise(form) for form in ("«", "L’", "10\u202f000", "ÉTAT")] == [
        '"',
        "l'",
        "00000",
        "état",
    ]


def test_the_pack_is_small() -> None:
    size = sum(path.stat().st_size for path in PIPELINE.rglob("*") if path.is_file())
    assert size < 35_000_000


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs the treebanks in ../shared")
@pytest.mark.parametrize(
    ("name", "tags", "arcs"), [("fr_sequoia-ud-test", 98.0, 88.0), ("fr_gsd-ud-test", 96.4, 84.5)]
)
def test_scores(pair: tuple[Language, Language], name: str, tags: float, arcs: float) -> None:
    evaluate = pytest.importorskip("training.evaluate")
    treebank = pytest.importorskip("training.documents").treebank
    texts, gold = zip(*evaluate.runs(treebank(SHARED, name), 1), strict=True)
    for nlp in pair:
        found = evaluate.scores(list(gold), evaluate.parse(nlp, texts))
        assert found["UPOS"] >= tags
        assert found["LAS"] >= arcs
