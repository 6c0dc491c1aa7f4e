"""How much lies in a folder that a solution fills while it is looked at."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_DEEPEST = 200
"""So many folders are open at once, at the most. A row of folders with nothing beside them needs one."""


def folder_excess(folder: str, most_entries: int, most_bytes: int, used: int = 0) -> str:
    """What there is too much of in `folder`, in words; "" where it keeps within its limits. `used` bytes count besides.

    The look ends as soon as it has seen too much.
    """
    too_large = f"more than {most_bytes // 2**20:,} MiB"
    try:
        for entries, size in enumerate(_sizes(folder), 1):
            used += size
            if entries > most_entries:
                return f"more than {most_entries:,} files"
            if used > most_bytes:
                return too_large
    except RecursionError:
        return f"folders in folders, more than {_DEEPEST} deep"
    return too_large if used > most_bytes else ""


def _sizes(folder: str) -> Iterator[int]:
    """What each entry takes on disk. Links are not followed; folders in folders without end are no hindrance.

    Raises RecursionError where too many folders would be open.
    """
    pending: list[tuple[int | None, list[str]]] = [(None, [folder])]
    """Open folders, and what folders in them were not looked into."""
    try:
        while pending:
            within, names = pending[-1]
            opened = _opened(names.pop(), within)
            if not names:
                _close(pending.pop())
            if opened is None:
                continue
            inside: list[str] = []
            pending.append((opened, inside))
            with contextlib.suppress(OSError), os.scandir(opened) as entries:
                for entry in entries:
                    with contextlib.suppress(OSError):
                        status = entry.stat(follow_symlinks=False)
                        if entry.is_dir(follow_symlinks=False):
                            inside.append(entry.name)
                            yield status.st_blocks * 512
                        else:
                            # Its other names lie in here, too.
                            yield status.st_blocks * 512 // max(status.st_nlink, 1)
            if not inside:
                _close(pending.pop())
            elif len(pending) > _DEEPEST:
                raise RecursionError
    finally:
        for level in pending:
            _close(level)


def _close(level: tuple[int | None, list[str]]) -> None:
    if level[0] is not None:
        os.close(level[0])


def _opened(name: str, within: int | None) -> int | None:
    """A descriptor of the folder `name` in the open folder `within`; None where it went."""
    try:
        return os.open(name, _FOLDER, dir_fd=within)
    except PermissionError:
        return _unlocked(name, within) if sys.platform == "linux" else None
    except OSError:
        return None


def _unlocked(name: str, within: int | None) -> int | None:
    """The same for one that nobody may look into."""
    with contextlib.suppress(OSError), ExitStack() as closing:
        found = os.open(name, _FOLDER | os.O_PATH, dir_fd=within)
        closing.callback(os.close, found)
        # By its descriptor: by the name it could be another one, elsewhere, by now.
        os.chmod(f"/proc/self/fd/{found}", 0o700)
        return os.open(".", _FOLDER, dir_fd=found)
    return None
