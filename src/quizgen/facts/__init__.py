"""Finding what an article says that can be asked; one module a kind of fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from quizgen.facts.acronyms import find_acronyms
from quizgen.facts.actors import find_actors
from quizgen.facts.adjuncts import find_adjuncts
from quizgen.facts.attributes import find_attributes
from quizgen.facts.attribution import attribute
from quizgen.facts.complements import find_complements
from quizgen.facts.completeness import without_empty_clause
from quizgen.facts.dates import find_dates
from quizgen.facts.death_ages import find_death_ages
from quizgen.facts.definitions import find_definitions
from quizgen.facts.enumerations import find_enumerations
from quizgen.facts.former_names import find_former_names
from quizgen.facts.intentions import find_intentions
from quizgen.facts.locations import find_locations
from quizgen.facts.named_things import find_named_things
from quizgen.facts.names import find_names_to_ask
from quizgen.facts.objects import find_objects
from quizgen.facts.participles import find_participles
from quizgen.facts.parties import find_parties
from quizgen.facts.person_ages import find_person_ages
from quizgen.facts.places import find_places
from quizgen.facts.quantities import find_quantities
from quizgen.facts.quotes import find_quotes
from quizgen.facts.ranks import find_ranks
from quizgen.facts.roles import find_roles
from quizgen.facts.said import describe
from quizgen.facts.shares import find_shares
from quizgen.facts.short_names import find_short_names
from quizgen.facts.standing import known_speakers, speakers_of
from quizgen.facts.superlatives import find_superlatives
from quizgen.facts.titles import find_titles
from quizgen.language import Language
from quizgen.model import Document, Fact

Finder = Callable[[Document, Language], Iterator[Fact]]

FINDERS: tuple[Finder, ...] = (
    find_quantities,
    find_shares,
    find_ranks,
    find_enumerations,
    find_definitions,
    find_superlatives,
    find_titles,
    find_acronyms,
    find_short_names,
    find_former_names,
    find_roles,
    find_parties,
    find_death_ages,
    find_person_ages,
    find_actors,
    find_dates,
    find_places,
    find_locations,
    find_adjuncts,
    find_complements,
    find_objects,
    find_attributes,
    find_intentions,
    find_participles,
    find_named_things,
    find_names_to_ask,
)


def find_facts(document: Document, language: Language) -> tuple[Fact, ...]:
    """All facts in the order of the text; a claim inside somebody's words carries who said it."""
    roles = tuple(find_roles(document, language))
    claims = speakers_of(document, roles, language)
    known = known_speakers(document, roles, language)
    quotes = tuple(
        describe(document, quote, language, claims, known)
        for quote in find_quotes(document, language)
    )
    facts: list[Fact] = [*quotes]
    for find in FINDERS:
        for found in find(document, language):
            fact = without_empty_clause(document, found, language)
            facts.append(
                replace(fact, fields={**fact.fields, **attribute(document, quotes, fact, language)})
            )
    return tuple(sorted(facts, key=lambda f: (f.evidence.start, f.target.start)))
