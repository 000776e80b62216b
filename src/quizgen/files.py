"""Putting a file in place whole or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from quizgen.errors import QuizgenError

_INSTANT = 0.002  # seconds in which a program surely gives a whole file its last name
# How often another program may come between; none where no file is without a name.
_TRIES = 20 if hasattr(os, "O_TMPFILE") and os.path.isdir("/proc/self/fd") else 0


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` to `path` so that a reader ever sees the old file or the new one.

    Where the system knows files without a name (Linux), a program that is killed while writing
    leaves nothing behind. Raises QuizgenError when the folder cannot be made or written to, or
    the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not any(_write_nameless(path, content) for _ in range(_TRIES)):
            _write_beside(path, content)
    except OSError as error:
        raise QuizgenError(
            f"cannot write: {error.strerror or error}", path=path, hint="the old file is untouched"
        ) from error


def _write_nameless(path: Path, content: bytes) -> bool:
    """Write a file that has no name until it is whole; False if that cannot be, or must be retried.

    No call replaces a file by a nameless one, so that it is called `.NAME.new` for an instant. A
    file that keeps this name was left by a program killed in that instant, and is cleared away.
    """
    try:
        handle = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o666)
    except OSError:  # not on this file system, or not in this folder: the other way will tell
        return False
    beside = path.with_name(f".{path.name}.new")
    with os.fdopen(handle, "wb", buffering=0):
        _fill(handle, content)
        try:
            # The link leads to the nameless file; only as a folder's is it followed.
            os.link(f"/proc/self/fd/{handle}", beside, src_dir_fd=handle)
            os.replace(beside, path)
        except FileExistsError:
            time.sleep(_INSTANT)
            beside.unlink(missing_ok=True)
            return False
        except FileNotFoundError:  # another program put it in place, or cleared it away
            return os.fstat(handle).st_nlink > 0
        except OSError:  # it can have no name here, or not this one: the other way will tell
            beside.unlink(missing_ok=True)
            return False
    return True


def _write_beside(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file.fileno(), content)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def _fill(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
