"""A file is put in place whole or not at all, and nothing else is left in its folder."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizgen import files
from quizgen.errors import QuizgenError
from quizgen.files import write_atomically

SIZE = 200_000
nameless = pytest.mark.skipif(not files._TRIES, reason="this system has no files without a name")


@pytest.fixture(params=["nameless", "beside"])
def way(request, monkeypatch):
    """Both ways of writing; the second one is that of other systems."""
    if request.param == "beside":
        monkeypatch.setattr(files, "_TRIES", 0)
    elif not files._TRIES:
        pytest.skip("this system has no files without a name")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("way")
def test_a_file_is_made_with_its_folder_and_replaced(tmp_path):
    path = tmp_path / "new" / "a.apkg"
    for content in (b"one", b"", b"two" * SIZE):
        write_atomically(path, content)
        assert path.read_bytes() == content
    assert names(path.parent) == ["a.apkg"]


@pytest.mark.usefixtures("way")
def test_others_may_read_it_as_the_umask_says(tmp_path):
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.usefixtures("way")
def test_a_full_disk_is_told_and_the_old_file_stays(tmp_path, monkeypatch):
    write_atomically(tmp_path / "a", b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(QuizgenError, match=r"No space left on device.*the old file is untouched"):
        write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@pytest.mark.usefixtures("way")
def test_a_folder_that_cannot_be_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(QuizgenError, match="cannot write"):
        write_atomically(tmp_path / "file" / "a", b"new")


@pytest.mark.usefixtures("way")
def test_a_folder_of_that_name_is_told_and_stays(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(QuizgenError, match="cannot write"):
        write_atomically(tmp_path / "a", b"new")
    assert names(tmp_path) == ["a"]


def run_killed_at(call: str, path: Path) -> None:
    """Write in a process that is killed the moment it comes to a call of `os`."""
    script = (
        "import os, signal, sys; from pathlib import Path; from quizgen import files;"
        f"files.os.{call} = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL);"
        "files.write_atomically(Path(sys.argv[1]), b'new')"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode < 0


@nameless
@pytest.mark.parametrize("call", ["fsync", "link"])
def test_killed_half_way_it_leaves_nothing(tmp_path, call):
    write_atomically(tmp_path / "a", b"old")
    run_killed_at(call, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@nameless
def test_killed_in_the_last_moment_the_next_one_clears_away(tmp_path):
    write_atomically(tmp_path / "a", b"old")
    run_killed_at("replace", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"old"
    write_atomically(tmp_path / "a", b"newer")
    assert (tmp_path / "a").read_bytes() == b"newer"
    assert names(tmp_path) == ["a"]


@nameless
def test_killed_at_any_time_or_writing_at_once_the_file_is_whole(tmp_path):
    script = (
        "import sys; from pathlib import Path; from quizgen.files import write_atomically\n"
        "for n in range(10**6):\n"
        f"    write_atomically(Path(sys.argv[1]), (sys.argv[2] + str(n % 10)).encode() * {SIZE})\n"
    )
    path = tmp_path / "a"
    for tries in range(6):
        writers = [
            subprocess.Popen([sys.executable, "-c", script, str(path), name]) for name in "xy"
        ]
        try:
            while not path.exists():
                assert all(writer.poll() is None for writer in writers)
                time.sleep(0.01)
            for _ in range(20 + tries):
                content = path.read_bytes()
                assert content == content[:2] * SIZE
                time.sleep(0.003)
            assert [writer.poll() for writer in writers] == [None, None]
        finally:
            for writer in writers:
                writer.kill()
                writer.wait()
        content = path.read_bytes()
        assert content == content[:2] * SIZE
    write_atomically(path, b"last")
    assert names(tmp_path) == ["a"]
