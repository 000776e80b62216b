"""French words are cut as the treebanks cut them, and never lose a character."""

import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from quizgen.packs.fr.tokenizer import FrenchTokenizer, doc_from_spans, tokenize

CASES = [
    ("Le chef du parti parle aux élus.", "Le|chef|du|parti|parle|aux|élus|."),
    ("Qu'a-t-il dit ?", "Qu'|a|-t-il|dit|?"),
    ("Est-ce qu’elle viendra ?", "Est|-ce|qu’|elle|viendra|?"),
    ("Y aura-t-on pensé ?", "Y|aura|-t-on|pensé|?"),
    ("Aujourd'hui, quelqu'un l'a vu.", "Aujourd'hui|,|quelqu'un|l'|a|vu|."),
    ("Aujourd’hui, jusqu’à midi", "Aujourd’hui|,|jusqu’|à|midi"),
    ("Ce que l'on sait", "Ce|que|l'on|sait"),
    ("10 000 soldats, 2,5 milliards", "10 000|soldats|,|2,5|milliards"),
    ("1\u202f250\u00a0000 habitants", "1\u202f250\u00a0000|habitants"),
    ("environ 75 % ou 75%", "environ|75|%|ou|75|%"),
    ("Les États-Unis et l'Île-de-France", "Les|États-Unis|et|l'|Île-de-France"),
    ("un rendez-vous là-bas, celui-là", "un|rendez-vous|là-bas|,|celui-là"),
    ("ce jour-là", "ce|jour|-là"),
    ("Saint-Germain-en-Laye", "Saint-Germain-en-Laye"),
    ("Allez-y !", "Allez|-y|!"),
    ("M. Duval et Mme Roy", "M.|Duval|et|Mme|Roy"),
    ("J.-C. et B. Roy", "J.-C.|et|B.|Roy"),
    ("« Non », dit-elle.", "«|Non|»|,|dit|-elle|."),
    ("“Non”, dit-elle…", "“|Non|”|,|dit|-elle|…"),
    ("C'est tout...", "C'|est|tout|..."),
    ("le 3 mai 2024 à 20h30", "le|3|mai|2024|à|20|h|30"),
    ("le XXIe siècle et le 2e tour", "le|XXIe|siècle|et|le|2e|tour"),
    ("voir https://exemple.fr/a?b=1, merci", "voir|https://exemple.fr/a?b=1|,|merci"),
    ("le Covid-19 (ou SRAS-CoV-2)", "le|Covid-19|(|ou|SRAS-CoV-2|)"),
    ("d'« experts »", "d'|«|experts|»"),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words(text: str, words: str) -> None:
    assert "|".join(text[start:end] for start, end in tokenize(text)) == words


@given(st.text(alphabet="aéÉ'’ -.,«»\"\u00a0\u202f\n123%tilce", max_size=40))
def test_nothing_is_lost_but_white_space(text: str) -> None:
    spans = tokenize(text)
    kept = [char for start, end in spans for char in text[start:end] if not char.isspace()]
    assert kept == [char for char in text if not char.isspace()]
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


def test_white_space_is_never_a_token() -> None:
    text = "Il  pleut.\n\n\u00a0Elle\u202frit !  "
    spans = tokenize(text)
    doc = doc_from_spans(Vocab(), text, spans)
    assert [token.text for token in doc] == ["Il", "pleut", ".", "Elle", "rit", "!"]
    assert [text[start:end] for start, end in spans] == [token.text for token in doc]


def test_a_saved_tokenizer_works(tmp_path: Path) -> None:
    tokenizer = FrenchTokenizer(Vocab())
    tokenizer.to_disk(tmp_path)
    copy = pickle.loads(pickle.dumps(tokenizer)).from_disk(tmp_path)
    copy = copy.from_bytes(tokenizer.to_bytes())
    assert [token.text for token in copy("L'ours dort.")] == ["L'", "ours", "dort", "."]
