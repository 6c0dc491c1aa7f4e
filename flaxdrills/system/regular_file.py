"""Opening what should be a file on disk: what is none, such as a pipe or a device, is refused and never waited for."""

from __future__ import annotations

import errno
import os
import select
import stat
from pathlib import Path
from typing import BinaryIO

_KINDS = {
    stat.S_IFIFO: "It is a pipe",
    stat.S_IFSOCK: "It is a socket",
    stat.S_IFCHR: "It is a device",
    stat.S_IFBLK: "It is a device",
}
_OTHER_CODE = errno.EINVAL
"""For what the system has no code for; one that has an exception of its own, such as ENOENT, would be taken for it."""

_WRITER_S = 10.0
"""How long a pipe may have no writer."""


def open_regular(path: Path) -> BinaryIO:
    """The file at `path`, to be read. Raises OSError, whose `strerror` says it where something else is there."""
    # Without waiting: a pipe would wait for its writer.
    return open(open_descriptor(path, os.O_RDONLY), "rb")


def open_file_or_pipe(path: Path) -> BinaryIO:
    """What is at `path`, to be read: a file, a terminal, or a pipe that somebody writes to. Raises OSError."""
    descriptor = _open(path, os.O_RDONLY)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISFIFO(mode):
            if not select.select([descriptor], [], [], _WRITER_S)[0]:
                raise OSError(_OTHER_CODE, "It is a pipe, and nobody writes to it", str(path))
        elif not os.isatty(descriptor):
            # Other devices may never end.
            _demand_file(path, mode)
        os.set_blocking(descriptor, True)
    except BaseException:
        os.close(descriptor)
        raise
    return open(descriptor, "rb")


def read_regular(path: Path, at_most: int) -> bytes:
    """What the file at `path` holds. Raises OSError, also where that is more than `at_most` bytes."""
    with open_regular(path) as file:
        data = file.read(at_most + 1)
    if len(data) > at_most:
        raise OSError(errno.EFBIG, f"It is larger than {at_most // 1024} KiB", str(path))
    return data


def open_descriptor(path: Path, flags: int) -> int:
    """A descriptor of the file at `path`, opened with `flags`, never waited for. Raises OSError as `open_regular`."""
    descriptor = _open(path, flags)
    try:
        _demand_file(path, os.fstat(descriptor).st_mode)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _open(path: Path, flags: int) -> int:
    try:
        return os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY, 0o600)
    except ValueError as error:
        raise OSError(_OTHER_CODE, "No file has such a name", str(path)) from error
    except OSError as error:
        raise _in_words(path, error) from error


def _demand_file(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise _no_file(path, mode)


def _in_words(path: Path, error: OSError) -> OSError:
    """`error`, which opening `path` came to, or what says more of it."""
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode) and isinstance(error, FileNotFoundError):
            return OSError(_OTHER_CODE, f"It is a link to {os.readlink(path)}, which is not there", str(path))
        mode = os.stat(path).st_mode
    except OSError:
        return error
    return _no_file(path, mode) if stat.S_IFMT(mode) in _KINDS else error


def _no_file(path: Path, mode: int) -> OSError:
    kind = _KINDS.get(stat.S_IFMT(mode), "It is something else")
    return OSError(_OTHER_CODE, f"{kind}, not a file on disk", str(path))
