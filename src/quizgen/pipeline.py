"""The whole story on one page: from an article to its facts, its cards, its deck, its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from quizgen.analysis import analyse
from quizgen.cards import Card, Deck
from quizgen.curation import Edit
from quizgen.curation.applying import apply_edits, own_cards
from quizgen.decks import DeckSpec, Vocabulary
from quizgen.errors import QuizgenError
from quizgen.exporters import EXPORTERS
from quizgen.exporters.written import Written
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.lock import Lock, dated, renew, with_retired
from quizgen.model import Document, Fact, Source
from quizgen.packs import PACKS, load_labels, load_language
from quizgen.questions import Silence, make_cards
from quizgen.questions.choices import with_choices
from quizgen.reading import looks_like, mark_boilerplate, read_source
from quizgen.selection import LEAST_LISTED, select


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with all that was found in it; cards in no order, silences with their reasons."""

    document: Document
    language: Language
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...] = ()
    silences: tuple[Silence, ...] = ()

    @property
    def source(self) -> Source:
        """The article itself."""
        return self.document.source


@dataclass(frozen=True, slots=True)
class Harvest:
    """All cards of one article, in no order; `why_none` says why a deck takes none of them."""

    source: Source
    cards: tuple[Card, ...]
    why_none: str


def read(path: Path | str, pipeline: str | None = None) -> Reading:
    """Read an article, "-" being standard input, as far as its facts.

    `pipeline` names a spaCy pipeline to read with instead of the language pack's own.
    """
    return study(read_source(path), pipeline)


def study(source: Source, pipeline: str | None = None) -> Reading:
    """Find the facts of an article; see `read`."""
    language = admit(source, pipeline)
    blocks = mark_boilerplate(source.blocks, source.body, language.boilerplate)
    document = analyse(replace(source, blocks=blocks), language)
    return Reading(document, language, find_facts(document, language))


def admit(source: Source, pipeline: str | None = None) -> Language:
    """The language of an article; an article that is not in it is refused."""
    language = _language(source, pipeline)
    if not looks_like(source.body, language.function_words):
        raise QuizgenError(
            f"no cards, because this does not read like the language {language.code!r}",
            path=source.path,
            hint="name its language in the front matter",
        )
    return language


def ask(reading: Reading, *, choices: bool = False) -> Reading:
    """Make every card that is worth listing; `choices`: with options, where there are any."""
    document, facts, language = reading.document, reading.facts, reading.language
    cards, silences = make_cards(document, facts, language, LEAST_LISTED)
    if choices:
        cards = with_choices(reading.document, cards, reading.facts, reading.language)
    return replace(reading, cards=cards, silences=silences)


def choose(
    readings: Sequence[Reading], limit: int | None, kinds: frozenset[str] | None = None
) -> tuple[Card, ...]:
    """The best cards of several articles, best first; every one when `limit` is None."""
    return select(tuple(card for r in readings for card in r.cards), limit, kinds)


def gather(source: Source, pipeline: str | None = None, *, choices: bool = False) -> Harvest:
    """Every card of an article, for decks to choose from; see `ask` for `choices`."""
    reading = ask(study(source, pipeline), choices=choices)
    return Harvest(reading.source, reading.cards, why_none(reading))


def fact_kinds() -> frozenset[str]:
    """The kinds of fact that some language has questions about."""
    return frozenset(str(rule.fact) for code in PACKS for rule in _load(code, None).rules())


def vocabulary() -> Vocabulary:
    """The words that deck specs may use."""
    return Vocabulary(tuple(EXPORTERS), tuple(sorted(fact_kinds())), tuple(PACKS))


def make_deck(
    reading: Reading,
    limit: int | None,
    kinds: frozenset[str] | None = None,
    options: Mapping[str, object] | None = None,
) -> Deck:
    """Make the deck of one article: its best cards, under its title; `options` are to print by."""
    source = reading.source
    return Deck(
        id=source.id,
        name=source.title.replace("::", ": "),
        language=reading.language.code,
        cards=_some([reading], limit, kinds),
        title=source.title,
        options=options or {},
    )


def assemble(spec: DeckSpec, harvests: Sequence[Harvest]) -> tuple[Deck, tuple[Edit, ...]]:
    """Make the deck that a spec describes, and give the edits of cards that do not exist."""
    check_together(spec, [harvest.source for harvest in harvests])
    own = own_cards(spec.id, spec.curation.own)
    curated = apply_edits([c for h in harvests for c in h.cards], spec.curation.edits)
    room = max(0, spec.cards - len(own))
    cards = select(curated.cards, room, spec.kinds, curated.kept) + own
    if not cards:
        raise QuizgenError(harvests[0].why_none, path=harvests[0].source.path)
    first = harvests[0].source
    deck = Deck(
        id=spec.id,
        name=spec.deck,
        language=first.language,
        cards=cards,
        description=spec.description,
        title=spec.title or first.title,
        options=spec.options,
    )
    return deck, curated.unmatched


def keep(deck: Deck, language: Language, lock: Lock, now: int) -> tuple[Deck, Lock]:
    """Tell a deck what was published of it before, and give its lock for the next build.

    The deck gets the retired cards, and the times at which cards and layouts last changed: `now`,
    in seconds since 1970, for what is other than in `lock`.
    """
    from quizgen.exporters.anki import fingerprints

    whole = with_retired(deck, lock)
    prints = fingerprints(whole, language.labels)
    new = renew(lock, whole, prints.notes, prints.note_types, now)
    return dated(whole, new), new


def language_of(deck: Deck) -> Language:
    """The language that a deck is in."""
    return _load(deck.language, None)


def check_together(spec: DeckSpec, sources: Sequence[Source]) -> None:
    """Refuse articles that cannot be in one deck: in several languages, or of one name."""
    if len({source.language for source in sources}) > 1:
        raise QuizgenError("the articles are in several languages", path=spec.path)
    ids = [source.id for source in sources]
    if doubles := [source.path for source in sources if ids.count(source.id) > 1]:
        names = " and ".join(doubles)
        raise QuizgenError(f"{names} have one name", path=spec.path, hint="rename one of them")


def write(deck: Deck, formats: Iterable[str], stem: Path, language: Language) -> Written:
    """Write a deck in several formats, each file whole or not at all; tell of them together."""
    paths: list[Path] = []
    notes: dict[str, None] = {}
    for name in formats:
        exporter = EXPORTERS[name]
        labels = _print_labels(deck, language) if exporter.printed else language.labels
        written = exporter(deck, stem.with_name(stem.name + exporter.suffix), labels)
        paths += written.paths
        notes |= dict.fromkeys(written.notes)
    return Written(tuple(paths), tuple(notes))


def write_together(decks: Iterable[tuple[Deck, Language]], path: Path) -> None:
    """Write several decks as one Anki package."""
    from quizgen.exporters.anki import export_together

    export_together([(deck, language.labels) for deck, language in decks], path)


def why_none(reading: Reading) -> str:
    """Why an article gives no card."""
    sentences = sum(not sentence.heading for sentence in reading.document.sentences)
    if not reading.facts:
        where = "its one sentence" if sentences == 1 else f"its {sentences} sentences"
        return f"no cards, because nothing that can be asked was found in {where}"
    if reading.cards:
        return "no cards, because none is good enough, or about the kinds of fact asked for"
    return f"no cards, because no question could be made of what was found ({len(reading.facts)})"


def _some(
    readings: Sequence[Reading], limit: int | None, kinds: frozenset[str] | None
) -> tuple[Card, ...]:
    """The best cards; a deck without any is refused."""
    cards = choose(readings, limit, kinds)
    if not cards:
        raise QuizgenError(why_none(readings[0]), path=readings[0].source.path)
    return cards


def _language(source: Source, pipeline: str | None) -> Language:
    try:
        return _load(source.language, pipeline)
    except QuizgenError as error:
        raise QuizgenError(
            f"no cards, because there is {error.what}", path=source.path, hint=error.hint
        ) from error


def _print_labels(deck: Deck, language: Language) -> Mapping[str, str]:
    """The labels in the language that the deck's print options name, or in the article's own.

    What serves to understand the article's words stays in its language, under `article_`.
    """
    named = deck.options.get("labels")
    if named in (None, language.code):
        return language.labels
    own = {f"article_{key}": label for key, label in language.labels.items()}
    return {**load_labels(str(named)), **own}


@cache
def _load(code: str, pipeline: str | None) -> Language:
    return load_language(code, pipeline)
