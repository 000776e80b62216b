"""The lock of a deck: what was published of it, so that a later build knows what changed.

Anki takes a note again only when it is newer than the one it has. A lock therefore holds, for
every note and every layout, a hash of its content and the time at which that last changed; and
the cards themselves, so that a card whose fact is gone can still be told to retire.
"""

from quizgen.lock.changes import Changes, compare
from quizgen.lock.entries import Entry, Lock, Mark, NoteKey, key_of
from quizgen.lock.file import lock_path, read_lock, write_lock
from quizgen.lock.renewal import dated, renew, with_retired

__all__ = [
    "Changes",
    "Entry",
    "Lock",
    "Mark",
    "NoteKey",
    "compare",
    "dated",
    "key_of",
    "lock_path",
    "read_lock",
    "renew",
    "with_retired",
    "write_lock",
]
