"""The documents are under test: what they name exists, and what exists is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.cli import main
from quizgen.facts import FINDERS
from quizgen.packs import load_language

ROOT = Path(__file__).resolve().parents[1]
READMES = [ROOT / "README.md", ROOT / "README.fr.md"]
PAGES = [*READMES, *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_command_is_named_and_no_other(readme: Path) -> None:
    named = set(re.findall(r"quizgen ([a-z]+)\b", readme.read_text(encoding="utf-8")))
    assert set(main.commands) <= named
    assert named & {"add", "plan", "check", "watch"} <= set(main.commands)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_kind_of_fact_is_named(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    kinds = {rule.fact for rule in load_language("fr").rules()}
    assert {kind for kind in kinds if f"`{kind}`" not in text} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_decision_has_its_three_parts_or_a_table() -> None:
    for page in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        assert "**Decision.**" in text or "|---|" in text, page.name


def test_every_package_is_named_with_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    reasons = (ROOT / "docs" / "decisions" / "0005-dependencies.md").read_text(encoding="utf-8")
    listed = re.search(r"\ndependencies = \[(.*?)\]", project, re.DOTALL)
    assert listed is not None
    for package in re.findall(r'"([a-z0-9]+)', listed.group(1)):
        assert f"| {package} |" in reasons, package


def test_finders_are_an_explicit_list() -> None:
    assert len(FINDERS) == len(set(FINDERS))
