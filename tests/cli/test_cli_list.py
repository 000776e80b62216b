from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path


def test_facts_as_json_lines_in_the_order_given(quizgen, article):
    Path("autre.txt").write_text("Le port a perdu 3 % de ses bateaux.", encoding="utf-8")
    result = quizgen("facts", "--json", "autre.txt", article)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == 0
    assert first == {
        "source": "autre.txt",
        "language": "fr",
        "facts": [
            {
                "kind": "percentage",
                "start": 0,
                "end": 35,
                "text": "Le port a perdu 3 % de ses bateaux.",
                "target": {"start": 16, "end": 19, "text": "3 %"},
                "value": "3 %",
            }
        ],
    }
    assert [fact["value"] for fact in second["facts"]] == ["40 %", "12 %", "9 %"]


def test_offsets_count_from_the_end_of_the_front_matter(quizgen, article):
    body = Path(article).read_text(encoding="utf-8").split("---\n", 2)[2]
    (line,) = quizgen("facts", "--json", article).stdout.splitlines()
    for fact in json.loads(line)["facts"]:
        assert body[fact["start"] : fact["end"]] == fact["text"]
        assert body[fact["target"]["start"] : fact["target"]["end"]] == fact["target"]["text"]


def test_cards_as_json(quizgen, article):
    (line,) = quizgen("cards", "--json", article, "--cards", "1").stdout.splitlines()
    start = Path(article).read_text(encoding="utf-8").split("---\n", 2)[2].index("40 %")
    assert json.loads(line) == {
        "source": article,
        "language": "fr",
        "title": "Le lac de Brume",
        "cards": [
            {
                "id": sha256(b"lac 40 %").hexdigest()[:16],
                "kind": "basic",
                "rule": "fr.percentage.share",
                "fact": "percentage",
                "question": "Lac, juin 2026\u00a0– Quel pourcentage est-ce\u00a0?",
                "topic": "Lac, juin 2026",
                "answer": "40 %",
                "answer_span": {"start": start, "end": start + 4, "text": "40 %"},
                "choices": None,
                "cloze": None,
                "evidence": {
                    "start": 0,
                    "end": 59,
                    "text": "La commune a vidé 40 % du lac pour les travaux de la digue.",
                },
                "score": 40.0,
            }
        ],
    }


def test_without_a_limit_every_card_is_listed(quizgen, article):
    (line,) = quizgen("cards", "--json", article).stdout.splitlines()
    assert [card["answer"] for card in json.loads(line)["cards"]] == ["40 %", "12 %"]


def test_only_the_sources_that_can_be_read_are_printed(quizgen, article):
    result = quizgen("cards", "--json", "none.md", article)
    assert result.exit_code == 1
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == [article]
    assert result.stderr == "quizgen: none.md: there is no such file\n"


def test_no_cards_is_told_and_is_no_fault(quizgen):
    result = quizgen("cards", "--json", "-", input="Le lac est calme et les bateaux sont à quai.")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["cards"] == []
    assert result.stderr == (
        "quizgen: -: no cards, because nothing that can be asked was found in its one sentence\n"
    )


def test_a_kind_of_fact_that_does_not_exist(quizgen, article):
    result = quizgen("cards", article, "--kinds", "percentages")
    assert result.exit_code == 2
    assert "unknown kind of fact 'percentages' (did you mean 'percentage'?)" in result.stderr


def test_cards_to_read(quizgen, article):
    assert quizgen("cards", article).stdout.splitlines() == [
        "Le lac de Brume  (lac.md, 2 cards)",
        "   1. Lac, juin 2026\u00a0– Quel pourcentage est-ce\u00a0?  [percentage]",
        "      → 40 %",
        "   2. Lac, juin 2026\u00a0– Quel pourcentage est-ce\u00a0?  [percentage]",
        "      → 12 %",
    ]


def test_cards_that_no_deck_takes_stand_behind_a_line(quizgen):
    text = "La commune a vidé 40 % du lac, puis 0 % de la rivière."
    assert quizgen("cards", "-", input=text).stdout.splitlines()[3:5] == [
        "      No deck takes these, unless its spec says keep (--json shows their ids):",
        "   2. Lac, juin 2026\u00a0– Quel pourcentage est-ce\u00a0?  [percentage]",
    ]


def test_facts_to_read(quizgen, article):
    assert quizgen("facts", article).stdout.splitlines() == [
        "Le lac de Brume  (lac.md, 3 facts)",
        "  percentage  40 %",
        "  percentage  12 %",
        "  percentage  9 %",
    ]


def test_explain_tells_why_a_rule_asked_or_kept_silent(quizgen, article):
    lines = quizgen("explain", article).stdout.splitlines()
    asked = lines.index("La commune a vidé 40 % du lac pour les travaux de la digue.")
    assert lines[asked + 1 : asked + 3] == [
        "  fact   percentage: 40 %",
        "  asked  fr.percentage.share: Quel pourcentage est-ce\u00a0? → 40 %",
    ]
    silent = lines.index("Le maire parle d'une économie de 9 % mystère pour la ville.")
    assert lines[silent + 1 : silent + 3] == [
        "  fact    percentage: 9 %",
        "  silent  fr.percentage.share: of what is not said",
    ]


def test_colour_only_where_it_is_wanted(quizgen, article):
    assert "\x1b[" in quizgen("cards", article, color=True).stdout
    assert "\x1b[" not in quizgen("cards", article, color=True, env={"NO_COLOR": "1"}).stdout
    assert "\x1b[" not in quizgen("cards", article).stdout


def test_choices_are_asked_for_by_an_option(quizgen, article):
    Path(article).write_text(
        "---\ntitle: Le lac\n---\n"
        + "\n\n".join(f"La commune a vidé {n} % du lac pour la digue." for n in (40, 45, 50, 55)),
        encoding="utf-8",
    )
    plain = json.loads(quizgen("cards", article, "--json").stdout)["cards"]
    assert {card["kind"] for card in plain} == {"basic"}
    given = json.loads(quizgen("cards", article, "--json", "--choices").stdout)["cards"]
    assert {card["kind"] for card in given} == {"choice"}
    assert {tuple(card["choices"]) for card in given} == {("40 %", "45 %", "50 %", "55 %")}
