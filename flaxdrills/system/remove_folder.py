"""Removing a folder whatever a solution has put into it."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
from collections import deque


def remove(folder: str) -> None:
    """Remove `folder` and all that is in it, as far as the system lets; also folders in folders without end."""
    with contextlib.suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
    if os.path.isdir(folder):
        _remove_flattened(folder)


def _remove_flattened(folder: str) -> None:
    """The same by moving every folder up to the first, for a path may be too long and a folder locked."""
    places = (os.path.join(folder, f".{number}") for number in itertools.count())
    left = deque([folder])
    while left:
        place = left.popleft()
        with contextlib.suppress(OSError):
            os.chmod(place, 0o700)
            for entry in list(os.scandir(place)):
                with contextlib.suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        os.chmod(entry.path, 0o700)
                        os.rename(entry.path, up := next(place for place in places if not os.path.lexists(place)))
                        left.append(up)
                    else:
                        os.unlink(entry.path)
        if place != folder:
            with contextlib.suppress(OSError):
                os.rmdir(place)
    with contextlib.suppress(OSError):
        os.rmdir(folder)
