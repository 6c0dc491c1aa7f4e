"""Temporary folders that tell whether their process still lives, and the removal of those whose process was killed.

Whoever makes one holds a lock on it, which the kernel takes away when the process ends, however it ends. A process
id would say less: it is reused, and means another process in a container that shares the temporary folder.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import tempfile

from flaxdrills.system.remove_folder import remove

_HELD = "-held"
"""The end of the name of a folder that has a lock as long as somebody uses it."""
_NAME = re.compile(rf"flaxdrills-(\d+)-[a-z0-9_]{{8}}{_HELD}")


class TemporaryFolder:
    """A private folder of this process."""

    def __init__(self) -> None:
        """Make it. Raises OSError."""
        try:
            self.path = _make()
        except FileNotFoundError:
            # The one that it was to lie in is gone: tools remove what is old.
            tempfile.tempdir = None
            self.path = _make()
        self._descriptor = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
        with contextlib.suppress(OSError):
            fcntl.flock(self._descriptor, fcntl.LOCK_SH)
            # Only now may others look whether it is held.
            os.rename(self.path, self.path + _HELD)
            self.path += _HELD

    def let_go(self) -> None:
        """Hold it no longer; for a process that was forked from its own."""
        os.close(self._descriptor)

    def remove(self) -> None:
        """Remove it and all that is in it."""
        remove(self.path)
        self.let_go()


def remove_abandoned(pid: int | None = None) -> None:
    """Remove the temporary folders of this user that nobody holds; of the process `pid` alone, if that is named."""
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            name = _NAME.fullmatch(entry.name)
            if name is not None and pid in (None, int(name[1])):
                _remove_unless_held(entry.path)


def _remove_unless_held(path: str) -> None:
    with contextlib.suppress(OSError):
        # Not where it is a link: what that leads to is somebody's.
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            if os.fstat(descriptor).st_uid == os.geteuid():
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                remove(path)
        finally:
            os.close(descriptor)


def _make() -> str:
    return tempfile.mkdtemp(prefix=f"flaxdrills-{os.getpid()}-")
