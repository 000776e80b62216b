"""Complements: what a verb governs (« compter sur »), what is announced, by whom it was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.analysis.tree import child, children
from quizgen.facts.circumstances import adds_to_another, decided_by
from quizgen.facts.humans import is_human, may_be_human
from quizgen.facts.targets import Site, below, sites
from quizgen.language import Language
from quizgen.model import Document, Fact

_LEAST_WORDS, _MOST_WORDS = 3, 12
_MOST_AGENT = 8


def find_complements(document: Document, language: Language) -> Iterator[Fact]:
    """Facts of the kinds `complement`, `statement` and `agent`.

    Fields: `marker` (the preposition that moves with the question word), `role`.
    """
    for site in sites(document, language):
        if adds_to_another(site):
            continue
        fact = _bidden(site) or _governed(site) or _announced(site) or _agent(site)
        if fact is not None:
            yield fact


def _governed(site: Site) -> Fact | None:
    """« compte sur l'aide de la région », « appelle les élus à fermer les routes »."""
    words = site.language.words
    prepositions = _prepositions(site)
    wrong = site.constituent.role not in ("oblique", "complement")
    penalty = _is_penalty(site)
    short = len(site.tokens) < _LEAST_WORDS and not penalty
    if wrong or not prepositions or short or is_human(site.head, site.language):
        return None
    first = site.opens_with(0)
    marker = str(words.table("plain_prepositions").get(first, first))
    if marker not in prepositions or site.mention("name"):
        return None
    purpose = _purpose(site)
    tokens = tuple(i for i in site.tokens if i not in purpose)
    answer = tokens[1:] if penalty and first == marker else tokens  # « d'une agression »
    if not answer or len(answer) > _MOST_WORDS or not (penalty or _says_which(site)):
        return None
    fields = {"marker": marker, "role": "oblique", "penalty": "yes" if penalty else ""}
    return site.fact("complement", answer, fields, tokens)


def _says_which(site: Site) -> bool:
    """« de deux événements », « de multiples bavures »: how many, not what they are.

    « à ce projet » leans on what was said.
    """
    sentence, head = site.sentence, site.head
    determiners = children(sentence, head.i, "det", "nummod")
    if any(t.feats.get("PronType") == "Dem" for t in determiners):
        return False
    definite = any(t.feats.get("Definite") == "Def" for t in determiners)
    counted = any(t.dep == "nummod" for t in determiners)
    adjectives = [t for t in children(sentence, head.i, "amod") if t.i > head.i]
    told = child(sentence, head.i, "acl") is not None or any(
        case.text.lower() not in site.language.words.list("place_markers")
        for t in children(sentence, head.i, "nmod")
        for case in children(sentence, t.i, "case")
    )
    return head.pos != "NOUN" or definite or told or (bool(adjectives) and not counted)


def _prepositions(site: Site) -> Sequence[str]:
    """What the verb, or the adjective under « être », governs."""
    head = site.sentence.tokens[site.head.head]
    table = "governed"
    if site.clause.copular and head.i == site.clause.head:
        table = "governed_adjectives"
    known = site.language.words.table(table)
    found: Sequence[str] = known.get(head.lemma.lower()) or known.get(head.text.lower(), [])
    return found


def _is_penalty(site: Site) -> bool:
    """« condamné à une amende de 300 euros »."""
    verb = site.sentence.tokens[site.clause.head]
    words = site.language.words
    named = {site.sentence.tokens[i].lemma.lower() for i in site.tokens}
    penal = bool(named & words.list("penalty_words"))
    return verb.lemma in words.list("penalty_verbs") and penal


def _purpose(site: Site) -> set[int]:
    """The closing clause of purpose of an infinitive: it stays in the question."""
    for token in children(site.sentence, site.head.i, "advcl"):
        branch = set(below(site.sentence, token.i))
        if site.tokens[-1] in branch and min(branch) > site.head.i:
            return branch
    return set()


def _bidden(site: Site) -> Fact | None:
    """« exhorte les élus à fermer les routes », the infinitive read as the object's."""
    verb = site.sentence.tokens[site.clause.head]
    prepositions = site.language.words.table("governed").get(verb.lemma, [])
    if site.constituent.role != "object" or not prepositions:
        return None
    for token in children(site.sentence, site.head.i, "acl", "xcomp"):
        mark = child(site.sentence, token.i, "mark")
        if mark is None or not token.sure or token.feats.get("VerbForm") != "Inf":
            continue
        tokens = below(site.sentence, token.i)
        answer = tuple(i for i in tokens if i >= mark.i)
        governs = mark.text.lower() in prepositions and mark.i > site.head.i
        if governs and 2 <= len(answer) <= _MOST_WORDS:
            fields = {"marker": mark.text.lower(), "role": "oblique"}
            return site.fact("complement", answer, fields, tokens)
    return None


def _announced(site: Site) -> Fact | None:
    """« X réclame la création d'une commission »: what is announced, asked or denounced."""
    verb = site.sentence.tokens[site.clause.head]
    direct = site.constituent.role == "object" and site.head.head == site.clause.head
    announces = verb.lemma in site.language.words.list("announcing_verbs")
    if not announces or not direct or site.clause.passive or site.clause.subject is None:
        return None
    words = [site.sentence.tokens[i] for i in site.tokens]
    points = any(t.feats.get("PronType") == "Dem" or t.feats.get("Poss") == "Yes" for t in words)
    if points or not _LEAST_WORDS <= len(words) <= _MOST_WORDS or not decided_by(site):
        return None
    return site.fact(
        "statement", site.tokens, {"role": "object"}, site.tokens, needed=decided_by(site)
    )


def _agent(site: Site) -> Fact | None:
    """« a été créée par l'association X »: who or what did it, when the clause is passive."""
    passive = site.constituent.role == "agent" and site.clause.passive
    behind = site.sentence.tokens[site.tokens[-1] + 1 : site.tokens[-1] + 2]
    if not passive or len(site.tokens) < 2 or site.negative or any(t.text == "," for t in behind):
        return None  # without what a comma sets off, the words before and behind would touch
    mention = site.mention()
    entity = mention.entity if mention is not None and mention.sure else None
    if entity is None:
        return _unnamed_agent(site) if mention is None else None
    if entity.kind != "person" or " " not in entity.name:
        return None  # « qui » asks for no museum, no newspaper
    fields = {
        "role": "oblique",
        "marker": site.opens_with(0),
        "agent": "who",
        "answer": entity.name,
    }
    return site.fact("agent", site.tokens[1:], fields)


def _unnamed_agent(site: Site) -> Fact | None:
    """« par des chercheurs de Rennes » (who), « par un court-circuit » (what)."""
    answer = site.tokens[1:]
    contracted = site.opens_with(0) in site.language.words.table("merged_articles")
    points = any(
        site.sentence.tokens[i].feats.get("PronType") in ("Dem", "Rel", "Prs") for i in answer
    )
    if site.head.pos != "NOUN" or contracted or points or not 2 <= len(answer) <= _MOST_AGENT:
        return None
    bare = site.sentence.tokens[answer[0]].pos not in ("DET", "NUM", "ADJ", "ADV")
    if bare:
        return None  # « tué par balle »
    who = is_human(site.head, site.language)
    if not who and may_be_human(site.head, site.language):
        return None
    if not who and not _tells_cause(site, answer):
        return None
    fields = {"role": "oblique", "marker": site.opens_with(0), "agent": "who" if who else "what"}
    return site.fact("agent", answer, fields)


def _tells_cause(site: Site, answer: tuple[int, ...]) -> bool:
    """« un court-circuit », « la hausse du prix », not « le sinistre » or « des travaux »."""
    article = site.sentence.tokens[answer[0]]
    described = any(t.dep == "nmod" for t in children(site.sentence, site.head.i))
    one = article.feats.get("Definite") == "Ind" and article.feats.get("Number") != "Plur"
    return described or one
