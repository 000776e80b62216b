"""Builds as real processes: killed, stopped, several at once, on a full disk."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.lock import read_lock

ROOT = Path(__file__).resolve().parents[2]
KILLS = 24
OUTPUTS = ("build/d.apkg", "build/d.html", "decks/d.lock")
BEFORE = "deck: Avant\nsources: [../sources/a.md]\ncards: 1\n"
AFTER = "deck: Avant\nsources: [../sources/a.md]\ncards: 2\ntitle: Autre titre\n"


def start(folder: Path, *arguments: str, **options: object) -> subprocess.Popen[str]:
    """Start the command in a folder, as the leader of a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "quizgen", *arguments],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1900000000"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **options,  # type: ignore[call-overload]
    )


def run(folder: Path, *arguments: str, **options: object) -> tuple[int, str]:
    """Run the command to its end; give its exit code and what it said of faults."""
    process = start(folder, *arguments, **options)
    _, said = process.communicate(timeout=120)
    return process.returncode, said


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in OUTPUTS}


def write_spec(folder: Path, text: str) -> None:
    (folder / "decks/d.yaml").write_text(text, encoding="utf-8")


def gone(group: int) -> bool:
    """Whether no process of a group is left, within some seconds."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose deck is built; what was found in its article is kept."""
    folder = tmp_path_factory.mktemp("built")
    for name in ("sources", "decks"):
        (folder / name).mkdir()
    shutil.copy(ROOT / "sources/otan-kiev.md", folder / "sources/a.md")
    write_spec(folder, BEFORE)
    assert run(folder, "build") == (0, "")
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it in which the deck is to be another one."""
    shutil.copytree(built, tmp_path / "project")
    write_spec(tmp_path / "project", AFTER)
    return tmp_path / "project"


def test_killed_at_any_moment_each_file_is_old_or_new(project: Path, tmp_path: Path) -> None:
    old = contents(project)
    begin = time.monotonic()
    shutil.copytree(project, tmp_path / "new")
    assert run(tmp_path / "new", "build") == (0, "")
    whole = time.monotonic() - begin
    new = contents(tmp_path / "new")
    assert all(old[name] != new[name] for name in OUTPUTS)
    seen = set()
    for number in range(KILLS):
        folder = tmp_path / f"killed{number}"
        shutil.copytree(project, folder)
        process = start(folder, "build")
        time.sleep(whole * (0.2 + 0.8 * number / KILLS))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found = contents(folder)
        assert all(found[name] in (old[name], new[name]) for name in OUTPUTS)
        seen.add(tuple(found[name] == new[name] for name in OUTPUTS))
        assert run(folder, "build") == (0, "")
        assert contents(folder) == new
    assert (False, False, False) in seen


def test_builds_at_once_do_not_harm_each_other(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "alone")
    assert run(tmp_path / "alone", "build") == (0, "")
    together = [start(project, "build", "--force") for _ in range(5)]
    for process in together:
        assert process.communicate(timeout=120)[1] == ""
        assert process.returncode == 0
    assert contents(project) == contents(tmp_path / "alone")
    left = {path.name for path in (project / "build").iterdir()}
    assert left == {".quizgen", "d.apkg", "d.html"}


def limit_files(size: int) -> Callable[[], None]:
    """Let a process write no file over a size, as on a disk with no more room."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_full_disk_is_an_error_and_nothing_is_lost(project: Path) -> None:
    old = contents(project)
    code, said = run(project, "build", preexec_fn=limit_files(1000))
    assert code == 1
    assert said.startswith("quizgen: build/d.apkg: cannot write: File too large (the old file is")
    assert contents(project) == old
    assert run(project, "build") == (0, "")
    assert contents(project) != old


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A project of so many articles that processes of their own read them."""
    folder = tmp_path / "many"
    for name in ("sources", "decks"):
        (folder / name).mkdir(parents=True)
    for number in range(16):
        shutil.copy(ROOT / "sources/otan-kiev.md", folder / f"sources/a{number}.md")
        spec = f"deck: D{number}\nsources: [../sources/a{number}.md]\n"
        (folder / f"decks/d{number:02}.yaml").write_text(spec, encoding="utf-8")
    return folder


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core: nothing is read at once")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGKILL])
def test_stopped_while_articles_are_read_nothing_is_left_running(many: Path, by: int) -> None:
    process = start(many, "build")
    articles = many / "build/.quizgen/articles"
    while not articles.exists() or len(list(articles.glob("*.json"))) < 3:
        time.sleep(0.02)
        assert process.poll() is None
    if by == signal.SIGINT:  # as a terminal does it, to every process of the group
        os.killpg(process.pid, by)
    else:
        process.send_signal(by)
    _, said = process.communicate(timeout=60)
    assert gone(process.pid)
    if by == signal.SIGINT:
        assert process.returncode == 130
        assert said == "quizgen: stopped; what was there before is whole\n"
    for path in (many / "decks").glob("*.lock"):
        assert read_lock(path).notes
    code, said = run(many, "build")
    assert (code, said) == (0, "")
    assert len(list((many / "build").glob("*.apkg"))) == 16


def test_watching_builds_what_changes_until_it_is_stopped(project: Path) -> None:
    process = start(project, "build", "--watch")
    page = project / "build/d.html"

    def wait_for(words: str) -> None:
        while words not in page.read_text(encoding="utf-8"):
            time.sleep(0.05)
            assert process.poll() is None

    wait_for("Autre titre")
    write_spec(project, AFTER.replace("Autre", "Troisième"))
    wait_for("Troisième titre")
    write_spec(project, "deck: no\n")  # a fault does not end it
    time.sleep(1.5)
    write_spec(project, AFTER.replace("Autre", "Dernier"))
    wait_for("Dernier titre")
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 0
    assert "decks/d.yaml:1:7: 'deck' may be misread" in said
    assert said.endswith("quizgen: watched to the end\n")
