"""Reading an article: sentences, quotation zones, named things, mentions, clauses.

parse → zones → names → entities → mentions → clauses; each step is one module.
"""

from __future__ import annotations

from quizgen.analysis.clauses import find_clauses
from quizgen.analysis.coref import link_mentions
from quizgen.analysis.entities import gather
from quizgen.analysis.headline import find_topics, short_headline
from quizgen.analysis.keywords import weigh_words
from quizgen.analysis.names import find_names, spelt_alike
from quizgen.analysis.parse import parse
from quizgen.analysis.slugs import respell
from quizgen.analysis.walk import Walk, find_topic
from quizgen.analysis.zones import find_zones
from quizgen.language import Language
from quizgen.model import Document, Source


def analyse(source: Source, language: Language) -> Document:
    """Everything that the finders of facts look at."""
    sentences = parse(source, language.pipelines())
    zones = find_zones(source)
    names = spelt_alike([n for s in sentences for n in find_names(s, language)], sentences)
    register = gather(sentences, names, language, source.body)
    topic = find_topic(names, register, source.title)
    walk = Walk(source, sentences, register, zones, language, topic)
    mentions = link_mentions(walk, names)
    clauses = tuple(clause for s in sentences for clause in find_clauses(s))
    weights = weigh_words(sentences, language)
    mentioned = [m.entity for m in mentions if m.entity is not None and m.kind == "name"]
    title = respell(source.title, sentences)
    return Document(
        source,
        sentences,
        zones,
        register.entities,
        mentions,
        clauses,
        find_topics(title, weights, mentioned, source.body, language),
        short_headline(title, language) if title == source.title else "",
        weights,
    )
