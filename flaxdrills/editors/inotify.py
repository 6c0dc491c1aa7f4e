"""The kernel's word that a file was written, where there is one: Linux's inotify(7).

It speaks only of what this machine writes. watchfiles (notify in Rust) is no substitute: it asks every `step` ms
whether there is something, so it is either late (50 ms: 71 ms until it tells of a save, 104 ms at worst; here 0.1 and
3 ms) or never idle (5 ms: 8 ms, and 0.5 % of a core), and it does not say whether the writer is done.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CLOSED_AFTER_WRITING = 0x8
_MOVED_HERE = 0x80

_LOCAL_FILE_SYSTEMS = frozenset(
    {
        *(0xEF53, 0x58465342, 0x9123683E, 0xF2F52010, 0xCA451A4E, 0x2FC12FC1),  # ext4, xfs, btrfs, f2fs, bcachefs, zfs
        *(0x01021994, 0x858458F6, 0x794C7630),  # tmpfs, ramfs, overlay
    }
)
"""What statfs(2) calls those that only this machine writes to."""


@contextmanager
def written_event(path: Path) -> Iterator[asyncio.Event | None]:
    """An event that is set whenever a file beside `path` was closed after writing, or came there under a new name.

    Where `path` is a link, what lies beside the file that it leads to is heard of as well. None where the kernel
    cannot tell. Needs a running loop.
    """
    descriptor = _watch({path.parent, Path(os.path.realpath(path)).parent})
    if descriptor is None:
        yield None
        return
    written = asyncio.Event()

    def read() -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(descriptor, 1 << 16)
        written.set()

    loop = asyncio.get_running_loop()
    loop.add_reader(descriptor, read)
    try:
        yield written
    finally:
        loop.remove_reader(descriptor)
        os.close(descriptor)


def is_local(path: Path) -> bool:
    """Whether `path` is known to lie on a file system that no other machine writes to, as one would to NFS."""
    if sys.platform != "linux":
        return False
    # Larger than any struct statfs, which begins with the type, a word long.
    status = (ctypes.c_ulong * 64)()
    folder = os.path.dirname(os.path.realpath(path))
    return ctypes.CDLL(None).statfs(os.fsencode(folder), status) == 0 and status[0] in _LOCAL_FILE_SYSTEMS


def _watch(folders: set[Path]) -> int | None:
    """A descriptor that can be read when something was written in `folders`; None where that cannot be had."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    descriptor = int(libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
    if descriptor < 0:
        return None
    for folder in folders:
        if libc.inotify_add_watch(descriptor, os.fsencode(folder), _CLOSED_AFTER_WRITING | _MOVED_HERE) < 0:
            os.close(descriptor)
            return None
    return descriptor
