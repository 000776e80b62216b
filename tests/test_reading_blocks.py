from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quizgen
from quizgen.reading import mark_boilerplate, read_source, split_blocks
from quizgen.yamlfile import load

LEXICON = Path(quizgen.__file__).parent / "packs" / "fr" / "lexicon"
PATTERNS = [re.compile(pattern) for pattern in load(LEXICON / "boilerplate.yaml")]


def blocks_of(body, patterns=()):
    """(kind, words) of every block."""
    marked = mark_boilerplate(split_blocks(body), body, patterns)
    return [(block.kind[0], body[block.start : block.end]) for block in marked]


def test_blank_lines_end_paragraphs():
    assert blocks_of("\n  Le lac est vide. \n\nIl pleut.\r\n\r\nFin.") == [
        ("p", "Le lac est vide."),
        ("p", "Il pleut."),
        ("p", "Fin."),
    ]


def test_one_sentence_or_paragraph_per_line():
    assert blocks_of("Le lac est vide depuis lundi.\nIl pleut.\nLe maire attend.\n") == [
        ("p", "Le lac est vide depuis lundi."),
        ("p", "Il pleut."),
        ("p", "Le maire attend."),
    ]


WRAPPED = """\
La commune a vidé le lac lundi matin pour que les ouvriers puissent
réparer la digue, qui fuyait depuis trois ans. Les travaux doivent
durer deux mois.

Les pêcheurs ont gardé les poissons dans un bassin, en attendant que
le lac se remplisse à nouveau.
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_joined(line_end):
    body = WRAPPED.replace("\n", line_end)
    kinds_and_ends = [(kind, words[-9:]) for kind, words in blocks_of(body)]
    assert kinds_and_ends == [("p", "eux mois."), ("p", " nouveau.")]


def test_a_heading_above_wrapped_lines_stays_apart():
    assert blocks_of("Un lac à sec\n" + WRAPPED)[0] == ("h", "Un lac à sec")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("**Des poissons au bassin**", "Des poissons au bassin"),
        ("## Des poissons au bassin", "Des poissons au bassin"),
        ("- Des poissons -", "Des poissons"),
        ('-"Pas un poisson"-', '"Pas un poisson"'),
        ("Et les poissons -", "Et les poissons"),
        ("Des poissons au bassin", "Des poissons au bassin"),
        ("« Pas un poisson perdu »", "« Pas un poisson perdu »"),
        ("La mairie salue une « réussite »", "La mairie salue une « réussite »"),
        ("30 poissons par bassin", "30 poissons par bassin"),
    ],
)
def test_headings(line, words):
    body = f"Le lac est vide.\n\n{line}\n\nIl pleut."
    assert blocks_of(body)[1] == ("h", words)
    assert blocks_of(body.replace("\n\n", "\n"))[1] == ("h", words)


@pytest.mark.parametrize(
    "line",
    [
        "Il pleut.",
        "Le maire a dit ceci :",
        "et de s'interroger sur la digue",
        "Qui paiera les travaux ?",
        "Le maire l'assure : « Nous rendrons les poissons »",
    ],
)
def test_what_is_no_heading(line):
    assert ("p", line) in blocks_of(f"Le lac est vide.\n\n{line}\n\nIl pleut encore.")


def test_the_last_line_is_no_heading():
    assert blocks_of("Le lac est vide.\n\nLa commune attend")[1] == ("p", "La commune attend")


def test_markers_of_lists_and_quotations_are_left_out():
    body = (
        "Trois lacs :\n- le premier est vide ;\n* le deuxième est plein ;\n1. le dernier.\n> Fin."
    )
    assert [words for _, words in blocks_of(body)] == [
        "Trois lacs :",
        "le premier est vide ;",
        "le deuxième est plein ;",
        "le dernier.",
        "Fin.",
    ]


def test_rules_images_comments_and_tables_are_no_text():
    body = "Un.\n\n---\n\n![Le lac](lac.jpg)\n\n<!-- à revoir -->\n\n| a | b |\n\n* * *\n\nDeux."
    assert [words for _, words in blocks_of(body)] == ["Un.", "Deux."]


BOILERPLATE = [
    "Par Jeanne Martin et Paul Dubois",
    "Par Jeanne Martin, à Brume-sur-Lac",
    "De notre envoyée spéciale à Brume",
    "(AFP)",
    "avec AFP",
    "Avec Reuters et AFP",
    "Photo : le lac de Brume, lundi.",
    "Crédit photo : Jeanne Martin",
    "Le lac de Brume, vu de la digue (AFP / Jeanne Martin)",
    "Le lac de Brume © Jeanne Martin",
    "© Gazette de Brume",
    "Tous droits réservés.",
    "Lire aussi : Un lac à sec",
    "À lire également notre dossier sur les lacs.",
    "► Tous nos articles sur les lacs",
    "Partager : envoyer ce texte à un ami",
    "Partager sur Facebook",
    "Recevez chaque matin notre newsletter.",
    "Inscrivez-vous à notre lettre d'information.",
    "Il vous reste 75 % de cet article à lire.",
    "Cet article est réservé aux abonnés.",
    "Publié le 2 mars 2026 à 10 h 12",
    "Mis à jour il y a 2 heures",
    "Temps de lecture : 3 min",
    "* Cet article a été mis à jour le 3 mars.",
]


@pytest.mark.parametrize("line", BOILERPLATE)
def test_boilerplate_in_french(line):
    kinds = [kind for kind, _ in blocks_of(f"Le lac est vide.\n\n{line}\n\nIl pleut.", PATTERNS)]
    assert kinds == ["p", "b", "p"]


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs, la digue fuyait depuis trois ans.",
        "Par le passé, le lac avait déjà été vidé deux fois.",
        "Avec ce lac, la commune attire 3 000 visiteurs.",
        "Lire au bord du lac est un plaisir, assure la bibliothécaire.",
        "Selon l'AFP, la digue tiendra.",
        "La photo du lac a fait le tour du monde.",
        "Le maire l'a confirmé à l'AFP.",
        "Publié lundi, le rapport décrit une digue fragile.",
    ],
)
def test_sentences_that_only_look_like_boilerplate(line):
    assert ("p", line) in blocks_of(f"Le lac est vide.\n\n{line}\n\nIl pleut.", PATTERNS)


def test_the_credit_of_an_agency_is_cut_off():
    assert blocks_of("BRUME (AFP) - Le lac est vide.\n\nIl pleut. (ats/nxp)", PATTERNS) == [
        ("b", "BRUME (AFP) -"),
        ("p", "Le lac est vide."),
        ("p", "Il pleut."),
        ("b", "(ats/nxp)"),
    ]


def test_nothing_is_asked_about_the_menu_below_an_article():
    body = "Le lac est vide.\n\nÀ regarder\n\nUn lac qui déborde\n\n• 2 min\n\nLe lac vu du ciel."
    assert [kind for kind, _ in blocks_of(body, PATTERNS)] == ["p", "b", "b", "b", "b"]


LINES = st.sampled_from(
    [
        "Le lac.",
        "# Un lac",
        "**Un lac**",
        "- un lac",
        "",
        "---",
        "(AFP)",
        "À regarder",
        "> a\u00a0b",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=12).map("\n".join))
def test_blocks_are_words_in_order(body):
    end = 0
    for block in mark_boilerplate(split_blocks(body), body, PATTERNS):
        words = body[block.start : block.end]
        assert end <= block.start < block.end
        assert words == words.strip()
        end = block.end


@pytest.mark.shared
def test_real_articles_lose_no_words():
    folder = Path(__file__).parents[2] / "shared" / "articles"
    if not folder.is_dir():
        pytest.skip("../shared/articles is absent")
    for path in folder.glob("*.txt"):
        source = read_source(path)
        blocks = mark_boilerplate(source.blocks, source.body, PATTERNS)
        kept = sum(block.end - block.start for block in blocks if block.kind == "paragraph")
        assert kept > 0.4 * len(source.body), path.name
        outside = source.body
        for block in reversed(blocks):
            outside = outside[: block.start] + outside[block.end :]
        assert not re.search(r"\w", outside), path.name
