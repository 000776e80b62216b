"""What a learner gets in the real Anki from the packages we write, at first and again."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quizgen.exporters.anki import Times, export_anki
from quizgen.exporters.anki.identity import guid
from quizgen.model import Card, Deck, Source, Span

collection = pytest.importorskip("anki.collection")

LABELS = {
    "answer": "Réponse",
    "evidence": "Dans l’article",
    "source": "Source",
    "link": "Lire l’article",
    "date": "$day $month $year",
    "first_day": "1er",
    "months": "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre",
}
NASTY = (
    "a <script>alert(1)</script> & \"b\" 'c' {{c2::x}} y::z }} {{Answer}} [sound:x.mp3] 🦉 עברית"
)
SENTENCE = "La commune compte 1 200 habitants depuis mars."
SOURCE = Source(
    id="le village & co",
    path="sources/village.md",
    body=SENTENCE,
    blocks=(),
    language="fr",
    title="Un village <grandit>",
    publisher="La Gazette & Fils",
    published=date(2025, 3, 1),
    url="https://exemple.fr/a?b=1&c=2",
)
BASIC = Card(
    id="village:1",
    kind="basic",
    rule="fr.count",
    fact="count",
    question="Combien d’habitants la commune compte-t-elle ?",
    answer="1 200",
    answer_span=Span(18, 23, "1 200"),
    evidence=Span(0, len(SENTENCE), SENTENCE),
    score=1.0,
    context="Population",
    source=SOURCE,
)
CLOZE = replace(
    BASIC,
    id="village:2",
    kind="cloze",
    question="La commune compte […] habitants depuis mars.",
    cloze="La commune compte {{c1::1 200}} habitants depuis mars.",
)
CHOICE = replace(BASIC, id="village:3", kind="choice", choices=("900", "1 000", "1 200", "1 500"))
DECK = Deck(id="village", name="Actualité::Le village", language="fr", cards=(BASIC, CLOZE, CHOICE))


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Any]:
    """A collection that nobody has used yet."""
    opened = collection.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def take_in(anki: Any, deck: Deck, path: Path, times: Times | None = None) -> Any:
    """Export the deck, import the package with Anki's default options, and give its log."""
    export_anki(deck, path / "deck.apkg", LABELS, times)
    options = anki._backend.get_import_anki_package_presets()
    request = collection.ImportAnkiPackageRequest(
        package_path=str(path / "deck.apkg"), options=options
    )
    log = anki.import_anki_package(request).log
    anki.models._clear_cache()
    return log


def note_of(anki: Any, card: Card) -> Any:
    return anki.get_note(anki.db.scalar("select id from notes where guid = ?", guid(card.id)))


def shown(fragment: str) -> str:
    """The words of some HTML, as a reader sees them."""
    fragment = re.sub(r'<div class="topic">.*?</div>', "", fragment)
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", "", fragment, flags=re.DOTALL)
    return " ".join(html.unescape(bare).split())


def sides(anki: Any, card: Card) -> tuple[str, str]:
    (only,) = note_of(anki, card).cards()
    return only.question(), only.answer()


def test_each_card_becomes_one_note_in_the_named_subdeck(anki: Any, tmp_path: Path) -> None:
    log = take_in(anki, DECK, tmp_path)
    assert (len(log.new), len(log.conflicting)) == (3, 0)
    assert (anki.note_count(), anki.card_count()) == (3, 3)
    names = {deck.name for deck in anki.decks.all_names_and_ids(skip_empty_default=True)}
    assert names == {"Actualité", "Actualité::Le village"}
    types = [note_of(anki, card).note_type()["name"] for card in DECK.cards]
    assert types == ["quizgen basic (fr)", "quizgen cloze (fr)", "quizgen choice (fr)"]


def test_cards_are_learnt_in_the_order_of_the_deck(anki: Any, tmp_path: Path) -> None:
    take_in(anki, replace(DECK, cards=(CHOICE, BASIC, CLOZE)), tmp_path)
    learnt = anki.db.list("select n.guid from cards c join notes n on n.id = c.nid order by c.due")
    assert learnt == [guid(card.id) for card in (CHOICE, BASIC, CLOZE)]
    assert anki.db.list("select due from cards order by due") == [1, 2, 3]


def test_fields_hold_question_proof_and_source(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    assert dict(note_of(anki, BASIC).items()) == {
        "Question": "Combien d’habitants la commune compte-t-elle ?",
        "Answer": "1 200",
        "Topic": "",
        "Evidence": "La commune compte <mark>1 200</mark> habitants depuis mars.",
        "Context": "Population",
        "Title": "Un village &lt;grandit&gt;",
        "Publisher": "La Gazette &amp; Fils",
        "Date": "1er mars 2025",
        "Address": "https://exemple.fr/a?b=1&amp;c=2",
        "Card id": "village:1",
        "Spare1": "",
        "Spare2": "",
        "Spare3": "",
    }


def test_tags_say_source_fact_and_date(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    assert note_of(anki, BASIC).tags == [
        "quizgen::date::2025-03-01",
        "quizgen::fact::count",
        "quizgen::source::le-village-co",
    ]


def test_the_topic_stands_above_the_question_on_both_sides(anki: Any, tmp_path: Path) -> None:
    card = replace(BASIC, topic="Village <en fête>, mars 2025")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    for side in sides(anki, card):
        assert '<div class="topic">Village &lt;en fête&gt;, mars 2025</div>' in side


def test_the_back_of_a_basic_card_proves_the_answer(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    front, back = sides(anki, BASIC)
    assert shown(front) == "Combien d’habitants la commune compte-t-elle ?"
    assert shown(back) == (
        "Combien d’habitants la commune compte-t-elle ? Réponse 1 200 Dans l’article Population "
        "La commune compte 1 200 habitants depuis mars. "
        "Source Un village <grandit> La Gazette & Fils 1er mars 2025 Lire l’article"
    )
    assert 'href="https://exemple.fr/a?b=1&amp;c=2"' in back
    assert 'lang="fr" dir="ltr"' in front
    assert 'lang="fr" dir="ltr"' in back


def test_a_cloze_card_hides_the_words_and_does_not_repeat_its_sentence(
    anki: Any, tmp_path: Path
) -> None:
    take_in(anki, DECK, tmp_path)
    front, back = sides(anki, CLOZE)
    assert shown(front) == "La commune compte [...] habitants depuis mars."
    assert shown(back).startswith("La commune compte 1 200 habitants depuis mars. Source")
    assert shown(back).count("habitants") == 1


def test_a_cloze_card_with_a_reworded_sentence_shows_the_article_s_own(
    anki: Any, tmp_path: Path
) -> None:
    card = replace(CLOZE, cloze="Le village compte {{c1::1 200}} habitants.")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    assert "Dans l’article" in shown(sides(anki, card)[1])
    assert "<mark>1 200</mark>" in sides(anki, card)[1]


def test_choices_are_lettered_and_only_the_back_is_solved(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    front, back = sides(anki, CHOICE)
    assert shown(front).endswith("compte-t-elle ? A 900B 1 000C 1 200D 1 500")
    assert "solved" not in shown(front) + re.sub(r"<style>.*?</style>", "", front, flags=re.DOTALL)
    assert '<div class="solved">' in back
    assert re.findall(r"<li class=.?right.?><b>(\w)</b>", back) == ["C"]


@pytest.mark.parametrize("card", [BASIC, CHOICE], ids=["basic", "choice"])
def test_whatever_an_article_says_is_shown_and_nothing_runs(
    anki: Any, tmp_path: Path, card: Card
) -> None:
    nasty = replace(
        card,
        question=f"Q {NASTY}",
        answer=NASTY,
        evidence=Span(0, len(NASTY), NASTY),
        answer_span=Span(2, 10, NASTY[2:10]),
        choices=(NASTY, "b") if card.choices else (),
        source=replace(SOURCE, title=NASTY, publisher=NASTY, url='javascript:alert("x")'),
    )
    take_in(anki, replace(DECK, cards=(nasty,)), tmp_path)
    front, back = sides(anki, nasty)
    assert shown(front).startswith(f"Q {NASTY}")
    assert shown(back).count(NASTY) == 5
    assert "<script" not in front + back
    assert "[sound" not in front + back
    assert "href" not in back
    assert not note_of(anki, nasty).cards()[0].answer_av_tags()


@pytest.mark.parametrize("answer", ["1 200", NASTY, ":a::b}", "}}", "{{c1::", "::"])
def test_a_cloze_hides_exactly_the_answer(anki: Any, tmp_path: Path, answer: str) -> None:
    card = replace(CLOZE, answer=answer, cloze=f"{NASTY} {{{{{{c1::{answer}}}}}}} {NASTY}")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    front, back = sides(anki, card)
    assert shown(re.sub(r' data-cloze="[^"]*"', "", front)) == f"{NASTY} {{[...]}} {NASTY}"
    assert shown(back).startswith(f"{NASTY} {{{answer}}} {NASTY}")


def test_a_cloze_may_hide_several_words(anki: Any, tmp_path: Path) -> None:
    card = replace(CLOZE, answer="a, b", cloze="Voici {{c1::a}} et {{c2::b}}.")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    fronts = [shown(each.question()) for each in note_of(anki, card).cards()]
    assert fronts == ["Voici [...] et b.", "Voici a et [...]."]


def test_control_characters_do_not_shift_the_fields(anki: Any, tmp_path: Path) -> None:
    card = replace(BASIC, question="a\x1fb\x00c\ud800d", context="\x1f")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    assert note_of(anki, card)["Question"] == "abcd"
    assert note_of(anki, card)["Card id"] == "village:1"


def test_a_language_written_from_right_to_left(anki: Any, tmp_path: Path) -> None:
    export_anki(replace(DECK, language="ar"), tmp_path / "a.apkg", LABELS | {"answer": "الجواب"})
    request = collection.ImportAnkiPackageRequest(package_path=str(tmp_path / "a.apkg"))
    anki.import_anki_package(request)
    assert 'lang="ar" dir="rtl"' in sides(anki, BASIC)[0]


def test_a_reworded_card_replaces_its_note_and_keeps_what_was_learnt(
    anki: Any, tmp_path: Path
) -> None:
    take_in(anki, DECK, tmp_path)
    (card,) = note_of(anki, BASIC).cards()
    anki.db.execute(
        "update cards set type = 2, queue = 2, ivl = 30, due = 50 where id = ?", card.id
    )
    reworded = replace(BASIC, question="Quelle est la population ?", fact="number")
    newcomer = replace(BASIC, id="village:0", question="Nouvelle ?")
    again = replace(DECK, cards=(newcomer, reworded, CLOZE, CHOICE))

    log = take_in(anki, again, tmp_path, Times(notes={BASIC.id: 1_800_000_000}))

    assert (len(log.new), len(log.updated), len(log.duplicate)) == (1, 1, 2)
    assert (anki.note_count(), anki.card_count()) == (4, 4)
    assert note_of(anki, BASIC)["Question"] == "Quelle est la population ?"
    assert "quizgen::fact::number" in note_of(anki, BASIC).tags
    assert note_of(anki, BASIC).cards()[0].ivl == 30


def test_a_note_that_did_not_change_keeps_what_its_user_wrote(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    mine = note_of(anki, CLOZE)
    mine["Context"] = "ma remarque"
    anki.update_note(mine)
    take_in(anki, DECK, tmp_path, Times(notes={BASIC.id: 4_000_000_000}))
    assert note_of(anki, CLOZE)["Context"] == "ma remarque"


def test_a_newer_note_type_brings_its_new_labels(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    relabelled = {**LABELS, "answer": "Solution"}
    export_anki(DECK, tmp_path / "b.apkg", relabelled, Times(note_types={"basic": 4_000_000_000}))
    options = anki._backend.get_import_anki_package_presets()
    anki.import_anki_package(
        collection.ImportAnkiPackageRequest(package_path=str(tmp_path / "b.apkg"), options=options)
    )
    anki.models._clear_cache()
    assert "Solution" in shown(sides(anki, BASIC)[1])
    assert len([t for t in anki.models.all_names_and_ids() if "quizgen" in t.name]) == 3


def test_two_decks_of_one_day_live_side_by_side(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    others = tuple(replace(card, id=f"autre:{n}") for n, card in enumerate(DECK.cards))
    take_in(anki, replace(DECK, id="autre", name="Autre", cards=others), tmp_path)
    assert (anki.note_count(), anki.card_count()) == (6, 6)
    assert len([t for t in anki.models.all_names_and_ids() if "quizgen" in t.name]) == 3


def test_the_deck_is_described_with_credit_to_its_sources(anki: Any, tmp_path: Path) -> None:
    take_in(anki, replace(DECK, description="Six <cartes>"), tmp_path)
    described = anki.decks.by_name("Actualité::Le village")["desc"]
    assert shown(described.replace("<br>", " / ")) == (
        "Six <cartes> / Un village <grandit>, La Gazette & Fils, 1er mars 2025"
    )


def test_anki_finds_nothing_to_mend(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    _, sound = anki.fix_integrity()
    assert sound
    assert anki.db.scalar("select count() from notes where id not in (select nid from cards)") == 0
