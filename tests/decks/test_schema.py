from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from quizgen.decks import json_schema
from quizgen.errors import QuizgenError
from quizgen.pipeline import vocabulary

FILE = Path(__file__).parents[2] / "docs" / "deck.schema.json"
BASE = "deck: A\nsources: [port.md]\n"
ID = "5a2241385ab2aba7"


def test_the_schema_in_the_docs_is_that_of_the_program(request):
    schema = json_schema(vocabulary())
    if request.config.getoption("--update-goldens"):
        FILE.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert json.loads(FILE.read_text(encoding="utf-8")) == schema
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: T\ndescription: ''\ncards: 1\nlanguage: fr\nkinds: [quote, date]\n",
        "formats: [html]\n",
        "print: {paper: Letter}\n",
        f"curate: {{{ID}: keep, 0c2241385ab2aba7: {{points: 1.5, tags: [a]}}}}\n",
        "own: [{question: 'Q ?', answer: A, id: x, points: 0, tags: [a, b]}]\n",
    ],
)
def test_what_can_be_read_fits_the_schema(spec, text):
    assert spec(BASE + text, vocabulary())
    jsonschema.validate(yaml.safe_load(BASE + text), json_schema(vocabulary()))


@pytest.mark.parametrize(
    "text",
    [
        "titel: T", "title: 3", "title: ''", "cards: 0", "cards: 1.5", "language: xx",
        "kinds: []", "kinds: [quotes]", "kinds: [quote, quote]", "formats: html",
        "print: {papper: A4}", "print: {paper: A5}", "curate: {abc: keep}",
        f"curate: {{{ID}: kept}}", f"curate: {{{ID}: {{}}}}", f"curate: {{{ID}: {{points: -1}}}}",
        "own: [{question: 'Q ?'}]", "own: [{question: '', answer: A}]",
        "own: [{question: 'Q ?', answer: A, tags: [3]}]",
    ],
)  # fmt: skip
def test_what_cannot_be_read_does_not_fit_the_schema(spec, text):
    with pytest.raises(QuizgenError):
        spec(BASE + text, vocabulary())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(BASE + text), json_schema(vocabulary()))


def test_without_deck_or_sources_it_is_no_spec():
    for text in ("deck: A", "sources: [a.md]"):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(yaml.safe_load(text), json_schema(vocabulary()))
