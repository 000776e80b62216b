"""Which cards a deck takes, and in which order."""

from __future__ import annotations

from quizgen.cards import Card
from quizgen.model import Source, Span
from quizgen.selection import LEAST_SCORE, MOST_OF_NAMES, MOST_PER_SENTENCE, select

SOURCE = Source("s", "s.txt", "x" * 1000, (), "fr")


def card(number: int, **changes: object) -> Card:
    values = {
        "id": str(number),
        "kind": "basic",
        "rule": "fr.count",
        "fact": "count",
        "question": f"Combien de bateaux la ville de Brest a-t-elle vendus en {number} ?",
        "answer": f"{number} bateaux",
        "answer_span": None,
        "evidence": Span(number * 10, number * 10 + 5, "…"),
        "score": 0.7,
        "source": SOURCE,
    }
    return Card(**(values | changes))  # type: ignore[arg-type]


def test_all_come_best_first_without_a_limit() -> None:
    cards = select([card(1, score=0.2), card(2, score=0.9), card(3, score=0.5)])
    assert [c.id for c in cards] == ["2", "3", "1"]


def test_of_equals_the_earlier_sentence_comes_first() -> None:
    assert [c.id for c in select([card(9), card(1)])] == ["1", "9"]


def test_a_deck_takes_no_card_of_little_worth() -> None:
    poor = card(2, score=LEAST_SCORE - 0.01)
    assert [c.id for c in select([card(1), poor], 5)] == ["1"]
    assert len(select([card(1), poor])) == 2


def test_the_same_question_is_asked_once() -> None:
    assert len(select([card(1), card(2, question=card(1).question)])) == 1


def test_one_thing_is_asked_for_once() -> None:
    twice = [
        card(1, answer="Brest", question="Selon le maire, où le port a-t-il vendu ses bateaux ?"),
        card(2, answer="Brest", question="Où le port a-t-il vendu tous ses bateaux ?"),
        card(3, answer="Lens", question="Où le port a-t-il vendu tous ses vieux bateaux ?"),
    ]
    assert [c.id for c in select(twice)] == ["1", "3"]


def test_kinds_can_be_chosen() -> None:
    chosen = select([card(1), card(2, fact="date")], kinds=frozenset({"date"}))
    assert [c.id for c in chosen] == ["2"]


def test_a_deck_takes_few_cards_from_one_sentence() -> None:
    same = [card(n, evidence=Span(0, 5, "…")) for n in range(1, 6)]
    assert len(select(same, 5)) == MOST_PER_SENTENCE


def test_no_card_gives_the_answer_of_another_away() -> None:
    telling = card(2, evidence=Span(10, 15, "…"), question="Qui a vendu 1 bateaux à Brest ?")
    assert [c.id for c in select([card(1, score=0.9), telling], 5)] == ["1"]


def test_names_only_fill_a_deck() -> None:
    names = [card(n, fact="name", kind="cloze") for n in range(1, 10)]
    assert len(select(names, 20)) == MOST_OF_NAMES
    others = [card(n) for n in range(10, 22)]
    assert {c.fact for c in select([*names, *others], 20)} == {"count"}


def test_a_deck_is_varied() -> None:
    counts = [card(n, score=LEAST_SCORE + 0.1) for n in range(1, 9)]
    date = card(9, fact="date", score=LEAST_SCORE + 0.06)
    assert "date" in {c.fact for c in select([*counts, date], 5)}


def test_what_is_kept_has_its_place_whatever_else_there_is() -> None:
    cards = [card(n, score=0.9) for n in range(1, 6)]
    cards += [card(7, score=0.1, fact="name"), card(8, score=0.1, question=card(1).question)]
    kept = frozenset({"7", "8"})
    chosen = {c.id for c in select(cards, 3, frozenset({"count"}), kept)}
    assert chosen > kept
    assert len(chosen) == 3
    assert "1" not in chosen  # it asks what 8 asks
    assert {c.id for c in select(cards, 1, None, kept)} == kept


def test_what_is_kept_stands_where_its_worth_puts_it() -> None:
    cards = [card(n, score=n / 10) for n in range(4, 10)]
    alone = [c.id for c in select(cards, 10)]
    assert [c.id for c in select(cards, 10, None, frozenset({"6"}))] == alone
