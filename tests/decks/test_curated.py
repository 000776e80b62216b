from __future__ import annotations

import pytest

from quizgen.errors import QuizgenError

BASE = "deck: A\nsources: [port.md]\n"
ID = "5a2241385ab2aba7"


def test_decisions_on_cards(spec):
    first, second, third = spec(
        f"{BASE}curate:\n  {ID}: drop\n  1234567890123456: keep\n"
        "  0c2241385ab2aba7: {question: Qui ?, answer: Anne, points: 2.5, tags: [a, b]}\n"
    ).curation.edits
    assert (first.card, first.drop) == (ID, True)
    assert (second.card, second.drop) == ("1234567890123456", False)
    assert (third.question, third.answer, third.points, third.tags) == (
        "Qui ?", "Anne", 2.5, ("a", "b"),
    )  # fmt: skip
    assert str(first.place.error("gone")) == "decks/a.yaml:4:3: gone"


def test_cards_of_ones_own(spec):
    first, second = spec(
        f"{BASE}own:\n- question: Qui ?\n  answer: Anne\n"
        "- {id: wo, question: Où ?, answer: Ici, points: 1, tags: [x]}\n"
    ).curation.own
    assert (first.id, first.question, first.answer, first.points) == (
        "Qui ?", "Qui ?", "Anne", None,
    )  # fmt: skip
    assert (second.id, second.points, second.tags) == ("wo", 1, ("x",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"curate: {{{ID}: dropp}}", "3:28: unknown word 'dropp' (did you mean 'drop'?)"),
        (f"curate: {{{ID}: 3}}", f"3:28: {ID} must be drop, keep, or what is to be changed"),
        (f"curate: {{{ID}: {{}}}}", "3:28: nothing is decided here (write keep)"),
        (f"curate: {{{ID}: {{anser: x}}}}", "3:29: unknown key 'anser' (did you mean 'answer'?)"),
        (f"curate: {{{ID}: {{points: -1}}}}", "3:37: 'points' must be 0 or more"),
        (f"curate: {{{ID}: {{points: .nan}}}}", "3:37: 'points' must be a whole number or a num"),
        (f"curate: {{{ID}: {{question: no}}}}", "3:39: 'question' may be misread"),
        (f"curate: {{{ID}: keep, {ID}: drop}}", f"3:34: the key '{ID}' stands here twice"),
        ("curate: {abc: keep}", "3:10: 'abc' is no id of a card (`quizgen plan`"),
        ("curate: [abc]", "3:9: 'curate' must be a mapping, not a list"),
        ("own: [{question: Q ?, answer: 3}]", "3:31: 'answer' must be text, not a whole number"),
        (
            'own: [{question: Q ?, answer: "3"}, {question: Q ?, answer: "4"}]',
            "3:37: two cards of one's own have this question (give one an id)",
        ),
    ],
)
def test_faults_have_a_place(spec, text, message):
    with pytest.raises(QuizgenError) as error:
        spec(BASE + text)
    assert str(error.value).startswith(f"decks/a.yaml:{message}")
    assert len(error.value.faults) == 1
