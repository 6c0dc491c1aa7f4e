"""When a file is saved, by whatever editor."""

from __future__ import annotations

import asyncio
import contextlib
import os
import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from flaxdrills.editors.inotify import closings

# Where the kernel does not say that the writer is done.
_SETTLE_S = 0.015
# Many editors empty the file before they write it, and over a network the two can be far apart.
_LOOKS_AT_EMPTY = 16
# Where the kernel tells of saves, only those that another machine makes have to be looked for: a hundredth of a core.
_CALM_LOOKS = 200
_CALMER = 5


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells one save of a file from another."""

    mtime_ns: int
    size: int
    inode: int


async def saves(path: Path, interval_s: float = 0.05, since: FileStamp | None = None) -> AsyncIterator[None]:
    """Yields whenever the file at `path` holds something new and has come to rest.

    The first file_stamp is what later ones are compared with, and yields nothing, unless the file is another than
    `since`. A file that is missing for a while is waited for. What is saved while the consumer is busy is one more
    yield afterwards.
    """
    with closings(path.parent) as told:
        closed = told or asyncio.Event()
        known = since or await asyncio.to_thread(file_stamp, path)
        calm = 0
        while True:
            is_calm = told is not None and calm >= _CALM_LOOKS
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(closed.wait(), interval_s * (_CALMER if is_calm else 1))
            is_whole = closed.is_set()
            calm = 0 if is_whole else calm + 1
            closed.clear()
            seen = await asyncio.to_thread(file_stamp, path)
            if seen is None or seen == known:
                continue
            settled = seen if is_whole and seen.size else await _settled(path, seen)
            if settled is not None and settled != known:
                known = settled
                yield


async def _settled(path: Path, seen: FileStamp) -> FileStamp | None:
    """What is there once it has stopped changing, or None if it went missing meanwhile."""
    unchanged = 0
    while unchanged < (1 if seen.size else _LOOKS_AT_EMPTY):
        await asyncio.sleep(_SETTLE_S)
        again = await asyncio.to_thread(file_stamp, path)
        if again is None:
            return None
        unchanged = unchanged + 1 if again == seen else 0
        seen = again
    return seen


def file_stamp(path: Path) -> FileStamp | None:
    """What is at `path` now, or None if it is no file that can be opened."""
    try:
        # A bare stat may be answered from the NFS client's cache for seconds; opening asks the server.
        # Non-blocking, for a pipe in the file's place would wait for its writer.
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        status = os.fstat(fd)
    except OSError:
        return None
    finally:
        os.close(fd)
    if not stat.S_ISREG(status.st_mode):
        return None
    return FileStamp(status.st_mtime_ns, status.st_size, status.st_ino)
