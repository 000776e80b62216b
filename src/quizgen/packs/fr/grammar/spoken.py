"""Whether words that somebody said can be asked about: clear alone, and worth knowing whose."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis.keywords import heaviest
from quizgen.analysis.tree import child, children
from quizgen.model import Document, Quote, Sentence, Span, Token
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.grammar.spoken_referents import (
    check_definite,
    is_explained,
    is_open,
    lacks_owner,
)
from quizgen.packs.fr.grammar.spoken_slips import check_spelling
from quizgen.packs.fr.grammar.spoken_whole import check_cut
from quizgen.packs.fr.grammar.wholeness import check_pointers
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_LEAST_WORDS, _LEAST_NOUNS = 7, 2
_CENTRAL = 60  # weightiest words of an article
_NOUNS = ("NOUN", "PROPN")
_RELATIVES = ("qui", "que", "qu'", "dont")
_AFTER_JOINED = ("de", "d'", "du", "des", "que", "qu'")


def check_spoken(document: Document, quote: Quote, words: str, lexicon: Dicollecte) -> None:
    """Raise Withheld where `words`, the first of a quotation's, lean on what stands around them."""
    shown = _shown(document, quote, words)
    tokens = [token for _, token in shown]
    if len(words.split()) < _LEAST_WORDS:
        raise Withheld(f"fewer than {_LEAST_WORDS} words")
    nouns = {t.lemma for t in tokens if t.pos in _NOUNS and document.weights.get(t.text.lower())}
    if len(nouns) < _LEAST_NOUNS:
        raise Withheld("words that anybody may say of anything")
    if not is_of_subject(document, tokens):
        raise Withheld("words that name nothing that the article is about")
    if not quote.fields["speaker_role"] and any(_is_private(t) for t in tokens):
        raise Withheld("what befell somebody of whom the article tells no role")
    for sentence, token in shown:
        check_said(sentence, token, tokens)
    _check_links(tokens, words)
    check_pointers(words)
    check_cut(document, quote, words, shown)
    check_spelling(shown, words, lexicon)


def check_telling(document: Document, words: Span) -> None:
    """Raise Withheld for words of which a reader does not see what they are about."""
    shown = _within(document, words.start, words.end)
    said = [token for _, token in shown]
    central = heaviest(document, _CENTRAL)
    if not any(t.pos == "PROPN" or (t.pos == "NOUN" and t.text.lower() in central) for t in said):
        raise Withheld("no noun that the article is about")
    if any(t.lemma in _WORDS.list("courtesy_words") for t in said):
        raise Withheld("what courtesy demands, whoever speaks")
    for sentence, token in shown:
        check_definite(document, sentence, token, said)


def check_sentence(document: Document, words: Span) -> None:
    """Raise Withheld for a sentence of a quotation that states nothing by itself."""
    if words.text.rstrip(" \u00a0").endswith(("?", "!")):
        raise Withheld("a question or an exclamation says little of who made it")
    if not _tells(document, _within(document, words.start, words.end)):
        raise Withheld("a fragment without a verb of its own")


def is_of_subject(document: Document, said: Sequence[Token]) -> bool:
    """Whether the words hold a name or one of the article's weightiest words."""
    central = heaviest(document, _CENTRAL)
    return any(t.pos == "PROPN" or t.text.lower() in central for t in said)


def _tells(document: Document, shown: Sequence[tuple[Sentence, Token]]) -> bool:
    """Whether the words hold a clause that is no relative one: « des gens qui … » says nothing."""
    heads = {(sentence.index, token.i) for sentence, token in shown}
    return any(
        (c.sentence, c.head) in heads
        and c.kind not in ("relative", "adverbial")
        and not (c.subject is not None and _is_relative(document, c.sentence, c.subject.head))
        for c in document.clauses
    )


def _is_relative(document: Document, sentence: int, token: int) -> bool:
    return document.sentences[sentence].tokens[token].feats.get("PronType") == "Rel"


def _shown(document: Document, quote: Quote, words: str) -> list[tuple[Sentence, Token]]:
    """The tokens of the words asked about: those of the quotation, as far as they are shown."""
    last = min(quote.target.start + len(words), quote.target.end)
    return _within(document, quote.target.start, last)


def _within(document: Document, first: int, last: int) -> list[tuple[Sentence, Token]]:
    """The tokens that begin between two places."""
    return [
        (s, t)
        for s in document.sentences
        if s.start < last and first < s.end
        for t in s.tokens
        if first <= t.start < last
    ]


def _is_private(token: Token) -> bool:
    """« ma fille », « on m'a dit »."""
    return token.text.lower().replace("’", "'") in _WORDS.list("private_words")


def check_said(sentence: Sentence, token: Token, said: Sequence[Token]) -> None:
    """Raise Withheld for a word of a quotation that points at what is not said."""
    word = token.text.lower().replace("’", "'").lstrip("-").removeprefix("t-")
    if token.pos == "DET" and token.feats.get("PronType") == "Dem":
        raise Withheld(f"« {token.text} » points out of the quotation")
    if _is_part(sentence, token, word):
        return
    if _is_presented(sentence, token, word) or _is_impersonal(sentence, token, word):
        return
    if _is_dated(sentence, token, word):
        raise Withheld(f"« {token.text} » wants the day on which it was said")
    if word in _WORDS.list("days") or word in _WORDS.list("quotation_pointers"):
        raise Withheld(f"« {token.text} » points out of the quotation")
    if _is_own(sentence, token, word) or lacks_owner(sentence, token, word, said):
        raise Withheld(f"« {token.text} » is whose?")
    if token.feats.get("Mood") == "Imp":
        raise Withheld("an order, to whoever listened")
    if says_what_that_is(sentence, token, word):
        raise Withheld("« il s'agit de … »: what is?")
    if token.pos != "PRON" or token.dep.startswith("expl"):
        return
    if word in _WORDS.list("pointing_pronouns") and not is_explained(sentence, token, said):
        raise Withheld(f"« {token.text} » points out of the quotation")


def _is_dated(sentence: Sentence, token: Token, word: str) -> bool:
    """« la nuit dernière », « le week-end prochain »."""
    times = _WORDS.list("time_units") | _WORDS.list("time_words") | _WORDS.list("weekdays")
    noun = sentence.tokens[token.head].text.lower()
    return word in _WORDS.list("turning_adjectives") and noun in times


def _is_part(sentence: Sentence, token: Token, word: str) -> bool:
    """« lors de … », « ainsi que … », « alors que … »: parts of a preposition or conjunction."""
    after = sentence.tokens[token.i + 1].text.lower() if token.i + 1 < len(sentence.tokens) else ""
    return word in _WORDS.list("joined_pointers") and after.replace("’", "'") in _AFTER_JOINED


def _is_impersonal(sentence: Sentence, token: Token, word: str) -> bool:
    """« il faudra … », « il suffit de … », also where the tree has « il » for a subject."""
    verb = sentence.tokens[token.head].lemma
    return word == "il" and verb in _WORDS.list("impersonal_verbs") and verb != "agir"


def _is_presented(sentence: Sentence, token: Token, word: str) -> bool:
    """« ce que la loi dit », « c'est la loi qui décide »: nothing said before is meant."""
    if word not in ("ce", "c'") or token.pos != "PRON":
        return False
    behind = sentence.tokens[token.i + 1 : token.i + 2]
    first = all(t.pos == "PUNCT" for t in sentence.tokens[: token.i])
    if first and behind and behind[0].text.lower().replace("’", "'") in _RELATIVES:
        return True
    if any(_is_presented(sentence, t, t.text.lower()) for t in sentence.tokens[: token.i]):
        return True  # « ce qui compte, c'est la loi »
    return _is_cleft(sentence, token)


def _is_cleft(sentence: Sentence, pronoun: Token) -> bool:
    """« c'est la loi qui … », with a definite noun between."""
    behind = sentence.tokens[pronoun.i + 1 :]
    verb = next((t for t in behind if t.lemma == "être"), None)
    if verb is None or verb.i - pronoun.i > 1:
        return False
    opener = sentence.tokens[verb.i + 1 : verb.i + 2]
    definite = bool(opener) and (
        opener[0].feats.get("Definite") == "Def" or opener[0].pos == "PROPN"
    )
    return definite and any(t.text.lower() == "qui" for t in behind[2:8])


def says_what_that_is(sentence: Sentence, token: Token, word: str) -> bool:
    """« Il s'agit d'un accord … » says of something told before what it is."""
    verb = sentence.tokens[token.head]
    if word != "il" or verb.lemma != "agir":
        return False
    return any(t.i > verb.i for t in children(sentence, verb.i, "obl", "obj", "xcomp", "csubj"))


def _is_own(sentence: Sentence, token: Token, word: str) -> bool:
    """« notre secteur », « notre village »: the speaker's own, of which the words say nothing."""
    noun = sentence.tokens[token.head]
    owned = _WORDS.list("organisation_nouns") | _WORDS.list("place_nouns")
    owned |= _WORDS.list("owned_fields")
    bare = child(sentence, noun.i, "nmod", "acl", "amod") is None
    kind = noun.lemma.lower() in owned or is_open(sentence, noun)
    return word == "notre" and bare and kind


def _check_links(said: Sequence[Token], words: str) -> None:
    """« Mais … », « … d'ailleurs … »: what ties the words to what came before."""
    if said and said[0].text.lower() in _WORDS.list("quotation_links"):
        raise Withheld(f"« {said[0].text} » points out of the quotation")
    plain = words.lower().replace("’", "'").replace(",", " ")
    text = f" {plain} "
    links = _WORDS.list("leaning_links") | _WORDS.list("quotation_phrases")
    links |= _WORDS.list("link_adverbs")
    link = next((x for x in sorted(links) if f" {x} " in text), "")
    if link:
        raise Withheld(f"« {link} » points out of the quotation")
