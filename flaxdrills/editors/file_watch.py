"""When a file is saved, by whatever editor."""

from __future__ import annotations

import asyncio
import contextlib
import os
import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from flaxdrills.editors.inotify import is_local, written_event

# Where the kernel does not say that the writer is done.
_SETTLE_S = 0.015
# Many editors empty the file before they write it, and over a network the two can be far apart.
_LOOKS_AT_EMPTY = 16
# Where the kernel tells of every save, a look is for what it may have lost, such as a folder that was replaced.
_LOCAL_INTERVAL_S = 2.0
# Where it tells of those that this machine makes, it is another machine's that are looked for, less often when calm.
_CALM_LOOKS = 200
_CALM_INTERVAL_S = 0.25


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells one save of a file from another."""

    mtime_ns: int
    size: int
    inode: int


async def saves(path: Path, interval_s: float = 0.05, since: FileStamp | None = None) -> AsyncIterator[None]:
    """Yields whenever the file at `path` holds something new and has come to rest.

    What is there at first is what later saves are compared with, and yields nothing, unless it is another than `since`.
    A file that is missing for a while is waited for. What is saved while the consumer is busy is one more yield
    afterwards.
    """
    with written_event(path) as told:
        written = told or asyncio.Event()
        tells_all = told is not None and await asyncio.to_thread(is_local, path)
        known = since or await asyncio.to_thread(file_stamp, path)
        looks = 0
        while True:
            pause_s = interval_s
            if tells_all:
                pause_s = _LOCAL_INTERVAL_S
            elif told is not None and looks >= _CALM_LOOKS:
                pause_s = _CALM_INTERVAL_S
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(written.wait(), pause_s)
            is_whole = written.is_set()
            looks = 0 if is_whole else looks + 1
            written.clear()
            seen = await asyncio.to_thread(file_stamp, path)
            if seen is None or seen == known:
                continue
            settled = seen if is_whole and seen.size else await _settled(path, seen)
            if settled is not None and settled != known:
                known, looks = settled, 0
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
