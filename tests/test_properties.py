"""What holds of any text: nothing crashes, spans are verbatim, nothing is random."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.analysis import analyse
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.model import Source
from quizgen.questions import make_cards
from quizgen.selection import select

SCRAPS = [
    "Julie Moreau, maire de Brest, a vendu 12 % des bateaux en 2019.",
    "« Nous partirons demain avec elle »",
    "a déclaré le ministre.",
    "Selon l’OFS (Office de la forêt du Sud), il a",
    "qui dirige le port,",
    "Elle a dit que le projet coûtera 3,5 millions d’euros.",
    "des pommes, des poires et des noix",
    '"', "«", "»", "(", ")", "—", ":", "\n\n", "\n", "  ", "\u00a0", "# ", "**", "- ", "!",
    "-t-il", "l’", "75 %", "M.", "é\u0301", "🦉", "עברית", "<b>", "{{ x }}", "{{c1::y}}",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=8), min_size=1, max_size=14)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(scraps=TEXTS)
def test_any_text(
    scraps: list[str], french: Language, make_source: Callable[[str], Source]
) -> None:
    source = make_source(" ".join(scraps))
    document = analyse(source, french)
    facts = find_facts(document, french)
    cards, _ = make_cards(document, facts, french)
    for fact in facts:
        for span in (fact.target, fact.evidence):
            assert source.body[span.start : span.end] == span.text
    for card in cards:
        assert card.answer
        assert card.evidence.start <= card.evidence.end
    assert make_cards(document, facts, french)[0] == cards
    assert len(select(cards, 5)) <= 5
