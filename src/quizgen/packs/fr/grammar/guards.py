"""What a finished card may not be in French."""

from __future__ import annotations

import re

MOST_WORDS = 30  # of a question, outside quotation marks
LEAST_WORDS = 4

LEAST_GAP_WORDS, MOST_GAP_WORDS = 7, 46
LEAST_CONTENT = 4  # words of five letters or capitals: less does not tell what is meant

_CONTENT = re.compile(r"\w{5,}|[A-ZÉÈÎ]\w+|\d+|«")
_QUOTED = re.compile(r"«[^»]*»")
_NAME_TWICE = re.compile(r"\b([A-ZÉÈÎ][\w-]+ [A-ZÉÈÎ][\w-]+|[a-zé]{4,} [A-Z][\w-]+)\b.*\b\1\b")
_UNELIDED = re.compile(r"(?i)\b(que|de|du|le|la|au|se|ne) «\W*[aeiouéèêâîôû](?!nze|ui\b)")
_NEVER_LAST = (
    "de|à|du|des|le|la|les|un|une|et|que|pour|sur|avec|par|dans|en|depuis|contre|chez|entre"
    "|ni|ou|où"
)
_PATTERNS = (
    (re.compile(r"(?i)\b(que|de|le|la|se|ne) (?=[aeiouéèêâîôû])(?!onz|oui|un-|y[aeo])"), "elision"),
    (re.compile(r"(?i)\b(de les?|à les?) "), "contraction"),
    (
        re.compile(r"(?i)\bqu[’'](il|elle|ils|elles)\b.*\bqu[’'](il|elle)s?\b.*\b(il|elle)s?\b"),
        "pronouns",
    ),
    (re.compile(r"(?i)est-ce que .*-t?-?(il|elle)s?\b"), "double inversion"),
    (
        re.compile(r"(?i)\b(l[’']|le |la |les |lui |leur )[\w]+-(t-)?(ils?|elles?|on)\b"),
        "a pronoun before the verb",
    ),
    (re.compile(r"\s[,.]|\(\s|\s\)|,,|\.\.(?!\.)"), "spacing"),
    (re.compile(r"(?i)\b(\w{3,}) \1\b"), "a word twice"),
    (re.compile(rf"(?i)[,;:] ?\u00a0\?|\b({_NEVER_LAST})\u00a0\?|[’']\u00a0\?"), "a dangling word"),
    (
        re.compile(
            r"(?i)\b(ne|n[’'])\b(?!.*\b(pas|plus|jamais|rien|aucun|aucune|guère|ni|personne)\b)"
        ),
        "half a negation",
    ),
    (
        re.compile(
            r"(?i)^(?!.*\b(pas|plus|jamais|rien|aucun|aucune|guère|personne|sans|non)\b)"
            r"(?!.*\bni\b.*\bni\b).*\bni\b"
        ),
        "one « ni » of two",
    ),
    (
        re.compile(
            r"(?i)^(combien|quel\w*|qui|où|quand|pourquoi)\b.*[,:;] (qui|quel|combien|que)\b"
        ),
        "two questions",
    ),
    (re.compile(r"(?i)^\w+ (les?|la)quel"), "a relative pronoun in front"),
    (
        re.compile(r"(?i)\b(qui|quoi|quand|où|comment|pourquoi|combien) (que|qu[’']\w+|dont)\b"),
        "a clause for a subject",
    ),
    (
        re.compile(r"(?i)\b(l[’']|la |le |les )(en|à|au|aux|du|des|dans|sur|par|que|qui) "),
        "an article without its noun",
    ),
    (
        re.compile(r"\b(M\.|MM\.|Mme|Mmes|Mlle) [A-ZÉÈ][\w-]+(?! [A-ZÉÈ])"),
        "a title before half a name",
    ),
    (re.compile(r"(?i)\ben ([12]\d{3}), .*\ben (?!\1)[12]\d{3}\b"), "two years"),
    (
        re.compile(
            r"(?i)^(en quelle année|durant quelle période)\b.*"
            r" (en|dès|depuis|à partir de) [12]\d{3}\b"
        ),
        "a second time",
    ),
    (re.compile(r"(?i)^à peine\b|\bà peine,"), "a frame that wants its second half"),
    (re.compile(r"(?i)\b(hier|aujourd[’']hui|demain|ce dernier|cette dernière)\b"), "a deictic"),
)


def faults(question: str, answer: str) -> list[str]:
    """The names of the checks that a card fails, [] when it passes all."""
    bare = _QUOTED.sub("«»", question)
    found = [name for pattern, name in _PATTERNS if pattern.search(bare)]
    if _UNELIDED.search(question):
        found.append("elision before a quotation")
    words = len(bare.split())
    if words > MOST_WORDS:
        found.append("length")
    if words < LEAST_WORDS or _content(question) < LEAST_CONTENT:
        found.append("too little to go by")
    if question.count("«") != question.count("»") or question.count("(") != question.count(")"):
        found.append("unbalanced marks")
    if _NAME_TWICE.search(bare):
        found.append("a name twice")
    if not question.endswith("\u00a0?"):
        found.append("no question mark")
    if answer and _stands_in(answer, question):
        found.append("the answer stands in the question")
    return found


def _content(question: str) -> int:
    """Words that tell something; a name asked about (« la fonction de X ») is enough."""
    if re.match(
        r"(Que (signifie|désigne) le sigle|Qui a fondé |Qu’est-ce qu|"
        r"Quel(le)?s? (est|sont|était|étaient) |"
        r"(Dans quel|Près de quelle) \w+ se trouve |À quel (parti|âge) )",
        question,
    ):
        return LEAST_CONTENT
    quoted = sum(len(q.split()) for q in _QUOTED.findall(question))
    return len(_CONTENT.findall(_QUOTED.sub("«»", question))) + quoted // 2


def gap_faults(sentence: str, answer: str) -> list[str]:
    """The names of the checks that a cloze sentence fails, [] when it passes all."""
    found = []
    words = len(sentence.split())
    if not LEAST_GAP_WORDS <= words <= MOST_GAP_WORDS:
        found.append("length")
    if sentence.count("«") != sentence.count("»") or sentence.count("(") != sentence.count(")"):
        found.append("unbalanced marks")
    if _NAME_TWICE.search(sentence):
        found.append("a name twice")
    if not sentence.endswith((".", "!", "»", "…")):
        found.append("no whole sentence")
    if answer and _stands_in(answer, sentence):
        found.append("the answer stands in the sentence")
    return found


def _stands_in(answer: str, question: str) -> bool:
    folded = answer.strip(' «»"\u00a0.').replace("’", "'").lower()
    asked = question.replace("’", "'").lower()
    return bool(re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", asked))
