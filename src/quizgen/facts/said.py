"""What wording rules need to know of a quotation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from quizgen.analysis.tree import children
from quizgen.facts.humans import is_somebody
from quizgen.facts.quotes.near import is_only_one
from quizgen.language import Language
from quizgen.model import Clause, Document, Quote, Span

_MOST_DESCRIBED = 9  # words of a speaker without a name


def describe(
    document: Document,
    quote: Quote,
    language: Language,
    claims: Mapping[str, str],
    known: Collection[str],
) -> Quote:
    """The quotation with what can be asked of it.

    Fields: `mode`, `answer` (who said it), `speaker_kind`, `words` (of a direct quotation,
    nothing of a `fragment`), `cue_lemma`, `reported` (`clause` is what is
    reported), `speaker_told` (the name with the role, of somebody with a claim to be known whom
    the quotation's own sentence names or points at; `speaker_role` is that role;
    `speaker_known`: it is worth remembering who said it).
    """
    answer = _speaker(document, quote, language)
    fields = {
        **quote.fields,
        "mode": quote.mode,
        "speaker_kind": quote.entity.kind if quote.entity else "",
        "answer": answer or _described(document, quote, language),
        "words": "" if quote.fields["fragment"] else quote.target.text,
    }
    fields["speaker_told"] = (
        _told(quote, answer, claims, language) if fields["speaker_kind"] == "person" else ""
    )
    fields["speaker_role"] = claims.get(answer, "")
    fields["speaker_known"] = "yes" if answer in known else ""
    clause = _clause(document, quote)
    fields["reported"] = "yes" if clause is not None else ""
    return replace(quote, fields=fields, clause=clause, parts={"phrase": _source(document, quote)})


def _told(quote: Quote, name: str, claims: Mapping[str, str], language: Language) -> str:
    """« Anne Leroy, ministre de la Santé »; "" for whoever has no claim, or speaks elsewhere."""
    here = range(quote.evidence.start, quote.evidence.end)
    if name not in claims or not _is_full(name, language):
        return ""
    if quote.cue is None or quote.speaker is None:
        return ""
    if quote.cue.start not in here or quote.speaker.start not in here:
        return ""
    return f"{name}, {claims[name]}" if claims[name] else name


def _is_full(name: str, language: Language) -> bool:
    """« Anne Leroy », not « Anne » nor « Santé publique », a body that lost its last word."""
    small = language.words.list("name_connectors")
    words = name.replace("’", "'").split()
    return len(words) > 1 and all(
        w[0].isupper() or not w[0].isalpha() or w in small or "'" in w or "-" in w for w in words
    )


def _source(document: Document, quote: Quote) -> tuple[int, ...]:
    """The tokens of cue and speaker, which a question for the source leaves out."""
    spans = [s for s in (quote.cue, quote.speaker) if s is not None]
    if not spans:
        return ()
    inside = range(min(s.start for s in spans), max(s.end for s in spans))
    sentence = document.sentences[quote.sentence]
    held = range(quote.target.start, quote.target.end)
    return tuple(t.i for t in sentence.tokens if t.start in inside and t.start not in held)


def _speaker(document: Document, quote: Quote, language: Language) -> str:
    """A person by the full name, a body as the article writes it; "" when nobody is named."""
    entity, speaker = quote.entity, quote.speaker
    if entity is None or speaker is None or entity.kind not in ("person", "organisation"):
        return ""
    if not (_is_sure(document, quote) or is_only_one(document, quote, language)):
        return ""
    if entity.kind == "person":
        return entity.name if entity.name == quote.speaker_name else ""
    text = speaker.text
    named = entity.name in " ".join(text.split())
    if not named or len(text.split()) > _MOST_DESCRIBED:
        return entity.name
    return text if _is_named_at(document, speaker) else text[0].lower() + text[1:]


def _is_named_at(document: Document, span: Span) -> bool:
    """Whether some words begin with a name, whose capital stays."""
    return any(
        m.kind == "name" and document.sentences[m.sentence].tokens[m.first].start == span.start
        for m in document.mentions
    )


def _described(document: Document, quote: Quote, language: Language) -> str:
    """Somebody whom the article does not name but tells in full: « le patron de la mine »."""
    speaker, sentences = quote.speaker, document.sentences
    if speaker is None:
        return ""
    inside = range(speaker.start, speaker.end)
    sentence = next((s for s in sentences if s.start <= speaker.start < s.end), None)
    if sentence is None:
        return ""
    words = [t for t in sentence.tokens if t.start in inside]
    own = {t.i for t in words}
    head = next((t for t in words if t.head not in own or t.head == t.i), None)
    if head is None or not is_somebody(head, language) or len(words) > _MOST_DESCRIBED:
        return ""
    points = any(t.feats.get("PronType") == "Dem" or t.feats.get("Poss") == "Yes" for t in words)
    told = any(t.i in own and t.i > head.i for t in children(sentence, head.i, "nmod"))
    return speaker.text[0].lower() + speaker.text[1:] if told and not points else ""


def _is_sure(document: Document, quote: Quote) -> bool:
    """Whether the words beside the cue surely mean whom they are taken to mean."""
    speaker = quote.speaker
    for mention in document.mentions:
        tokens = document.sentences[mention.sentence].tokens
        inside = speaker is not None and tokens[mention.head].start in range(
            speaker.start, speaker.end
        )
        if inside and mention.entity == quote.entity and mention.sure:
            return True
    return False


def _clause(document: Document, quote: Quote) -> Clause | None:
    """The outermost clause of a reported claim; None when the claim is not one whole clause."""
    sentence = document.sentences[quote.sentence]
    if quote.mode == "direct" or quote.target.start < sentence.start:
        return None
    span = range(quote.target.start, quote.target.end)
    for clause in document.clauses:
        head = sentence.tokens[clause.head] if clause.sentence == sentence.index else None
        if head is None or head.start not in span or clause.subject is None:
            continue
        if clause.kind == "reported" and _tells(document, clause):
            return None  # « X affirme que … »: asked with its verb
        first = min(clause.subject.tokens)
        return clause if sentence.tokens[first].start in span else None
    return None


def _tells(document: Document, reported: Clause) -> bool:
    """Whether a reported clause hangs on a finite verb of its own sentence."""
    governor = document.sentences[reported.sentence].tokens[reported.head].head
    return any(c.sentence == reported.sentence and c.head == governor for c in document.clauses)
