"""The documents are under test: what they name exists, and what exists is named."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from quizgen.cli import main
from quizgen.decks import load_spec
from quizgen.errors import QuizgenError
from quizgen.exporters import EXPORTERS
from quizgen.packs import load_language
from quizgen.pipeline import assemble, fact_kinds, gather, vocabulary
from quizgen.printing import OPTIONS
from quizgen.reading import read_source

ROOT = Path(__file__).resolve().parents[1]
READMES = [ROOT / "README.md", ROOT / "README.fr.md"]
PAGES = [
    *READMES,
    ROOT / "CHANGELOG.md",
    ROOT / "training" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
NOT_OURS = {"--update-goldens"}  # an option of pytest

readmes = pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
pages = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8").replace("\u00a0", " ")


def first_cells(page: Path, column: str) -> list[list[str]]:
    """The rows of the table whose head begins with `column`, as cells."""
    head, *rest = text_of(page).partition(f"\n| {column} |")[2].splitlines()
    assert head, f"no table {column!r}"
    rows = []
    for line in rest[1:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return rows


def name_in(cell: str) -> str:
    named = re.match(r"`(?:quizgen )?([\w-]+)", cell)
    assert named is not None, cell
    return named[1]


def code_blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(page), re.DOTALL | re.MULTILINE)


def known_options() -> set[str]:
    commands: list[click.Command] = [main, *main.commands.values()]
    context = click.Context(main)
    help_options = set(main.context_settings["help_option_names"])
    named = (o for c in commands for p in c.get_params(context) for o in p.opts)
    return help_options | {name for name in named if name.startswith("-")}


@readmes
def test_the_table_of_commands_is_that_of_the_program(readme: Path) -> None:
    rows = first_cells(readme, {"README.md": "command"}.get(readme.name, "commande"))
    assert sorted(name_in(cells[0]) for cells in rows) == sorted(main.commands)


@pages
def test_no_command_is_named_that_does_not_exist(page: Path) -> None:
    code = re.findall(r"`[^`\n]+`|^\.venv/bin/quizgen.*$", text_of(page), re.MULTILINE)
    named = {word for piece in code for word in re.findall(r"(?<!\w)quizgen ([a-z]+)", piece)}
    assert named <= set(main.commands)


@pages
def test_no_option_is_named_that_does_not_exist(page: Path) -> None:
    code = re.findall(r"`(--?[a-z][^`\n]*)`|^\.venv/bin/quizgen(.*)$", text_of(page), re.MULTILINE)
    named = {o for pieces in code for o in re.findall(r"(?<!\S)--?[a-z][a-z-]*", "".join(pieces))}
    own = named - NOT_OURS if page.parent != ROOT / "training" else set()
    assert own <= known_options()


@readmes
def test_every_option_is_named(readme: Path) -> None:
    short_too = {"--output", "--quiet", "--help", "--version"}  # -o and -q; the usual two
    unnamed = {name for name in known_options() if name not in text_of(readme)}
    assert unnamed <= short_too | {"-h"}


@readmes
def test_the_table_of_kinds_is_that_of_the_rules(readme: Path) -> None:
    rows = first_cells(readme, {"README.md": "kind of fact"}.get(readme.name, "type de fait"))
    assert sorted(name_in(cells[0]) for cells in rows) == sorted(fact_kinds())


@readmes
def test_what_is_said_to_be_asked_is_an_example_of_a_rule_for_it(readme: Path) -> None:
    asked = {
        (rule.fact, text.replace("\u00a0", " "))
        for rule in load_language("fr").rules()
        for text in (f"{e['asks']} → {e['answer']}" for e in rule.examples)
    }
    rows = first_cells(readme, {"README.md": "kind of fact"}.get(readme.name, "type de fait"))
    assert {(name_in(cells[0]), cells[2]) for cells in rows} <= asked


@readmes
def test_the_table_of_print_options_is_that_of_the_program(readme: Path) -> None:
    rows = first_cells(readme, "option")
    assert [name_in(cells[0]) for cells in rows] == [f"--{name}" for name in OPTIONS]


@readmes
def test_the_formats_are_those_of_the_program(readme: Path) -> None:
    sentence = re.search(r"(?:The formats are|Les formats sont) (.*?)\.\n", text_of(readme))
    assert sentence is not None
    assert sorted(re.findall(r"`(\w+)`", sentence[1])) == sorted(EXPORTERS)
    for exporter in EXPORTERS.values():
        assert f"article{exporter.suffix}" in text_of(readme)


@readmes
def test_exit_codes_are_those_of_the_help(readme: Path) -> None:
    told = re.search(r"\*\*(?:Exit codes|Codes de sortie) ?:\*\*.*", text_of(readme))
    assert told is not None
    assert re.findall(r"`(\d+)`", told[0]) == re.findall(r"\b\d+\b", main.epilog or "")


@readmes
def test_the_deck_spec_is_one_and_has_every_key(readme: Path, tmp_path: Path) -> None:
    (spec_text,) = (block for block in code_blocks(readme, "yaml") if block.startswith("deck:"))
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "economie-regionale.md").write_text("Un.", encoding="utf-8")
    spec = tmp_path / "decks" / "deck.yaml"
    spec.parent.mkdir()
    spec.write_text(spec_text, encoding="utf-8")
    assert load_spec(spec, vocabulary()).cards == yaml.safe_load(spec_text)["cards"]

    spec.write_text("zzzzzz: 1\n", encoding="utf-8")
    with pytest.raises(QuizgenError) as error:
        load_spec(spec)
    known = error.value.faults[0].hint.removeprefix("known: ").split(", ")
    assert sorted(yaml.safe_load(spec_text)) == known
    rows = first_cells(readme, {"README.md": "key"}.get(readme.name, "clé"))
    assert sorted(name_in(cells[0]) for cells in rows) == known


@readmes
def test_the_decisions_shown_are_on_cards_that_exist(readme: Path, tmp_path: Path) -> None:
    (spec_text,) = (block for block in code_blocks(readme, "yaml") if block.startswith("deck:"))
    (tmp_path / "deck.yaml").write_text(
        spec_text.replace("../sources", str(ROOT / "sources")), encoding="utf-8"
    )
    spec = load_spec(tmp_path / "deck.yaml", vocabulary())
    deck, stray = assemble(spec, [gather(read_source(path)) for path in spec.sources])
    assert stray == ()
    assert deck.cards[-1].question == "Où la Sérandie se trouve-t-elle\u00a0?".replace(
        "\u00a0", " "
    )


@readmes
def test_the_commands_from_article_to_deck_run_as_written(
    readme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three = r"^(?:\.venv/bin/quizgen (?:add|plan|build)\b.*\n){3}"
    (block,) = re.findall(three, text_of(readme), re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_bytes((ROOT / "sources" / "otan-kiev.md").read_bytes())
    said = []
    for line in block.splitlines():
        words = shlex.split(line.removeprefix(".venv/bin/quizgen "), comments=True)
        result = CliRunner().invoke(main, words)
        assert (result.exit_code, result.stderr) == (0, "")
        said.append(result.stdout)
    assert "  + " in said[1]
    assert said[2].endswith("added → build/article.apkg, build/article.html\n")


def test_the_rule_shown_is_a_rule_of_the_pack() -> None:
    (shown,) = (b for b in code_blocks(ROOT / "README.md", "yaml") if b.startswith("- id:"))
    (rule,) = yaml.safe_load(shown)
    paths = {r.id: r.path for r in load_language("fr").rules()}
    entries = yaml.safe_load(text_of(paths[rule["id"]]))
    assert rule in entries


@pages
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)#\s]*)#?([^)\s]*)\)", text_of(page)):
        if "://" in target:
            continue
        aim = page.parent / target if target else page
        assert aim.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", text_of(aim), re.MULTILINE)
            slugs = {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}
            assert anchor in slugs


@pytest.mark.parametrize("page", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_number_and_three_parts(page: Path) -> None:
    text = text_of(page)
    assert text.startswith(f"# {int(page.stem[:4])}. ")
    assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == [
        "Context", "Decision", "Consequences",
    ]  # fmt: skip


def test_decisions_are_numbered_without_gap_or_double() -> None:
    assert [int(page.stem[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_every_package_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = text_of(ROOT / "docs" / "decisions" / "0005-dependencies.md")
    listed = re.findall(
        r"dependencies = \[(.*?)\n\]|^(?:pdf|test|train|web) = \[(.*?)\]", project, re.S | re.M
    )
    packages = {p for pair in listed for p in re.findall(r'"([A-Za-z-]+)', "".join(pair))}
    assert "spacy" in packages
    assert "floret" in packages
    assert {p for p in packages if p not in named} == set()


@readmes
def test_the_cards_shown_are_those_that_the_command_gives(
    readme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    text = readme.read_text(encoding="utf-8")
    command, shown = re.search(
        r"^\.venv/bin/(quizgen cards .+)\n```\n```\n(.*?)```", text, re.M | re.S
    ).groups()
    result = CliRunner().invoke(main, command.split()[1:])
    assert result.exit_code == 0
    assert shown.splitlines() == [
        line.replace("\u00a0", " ") for line in result.stdout.splitlines()[1:]
    ]
