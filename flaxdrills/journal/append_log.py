"""A file of lines that only ever grows: whole lines at its end, and reading on from where it was left."""

from __future__ import annotations

import errno
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from flaxdrills.system.atomic_files import sync_folder
from flaxdrills.system.regular_file import open_descriptor, open_regular

_END = 4096
"""So many bytes at the end are looked at, to see that a file only grew, or what was written last."""
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadPosition:
    """How far a file was read, and what shows later that it is still that file."""

    size: int = 0
    """The bytes read, whole lines only."""
    lines: int = 0
    checksum: int = 0
    """Of all these bytes."""
    end_checksum: int = 0
    """Of the last of them."""
    inode: int = 0
    mtime_ns: int = 0


def append_lines(path: Path, lines: bytes) -> None:
    """Put `lines`, each with its end, at the end of the file; they are on disk when this returns.

    Raises OSError; then none, or only the first of them, are there, and perhaps a piece of one.
    """
    fd = open_descriptor(path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
    try:
        size = os.fstat(fd).st_size
        if not size:
            sync_folder(path.parent)
        is_torn = size > 0 and os.pread(fd, 1, size - 1) != b"\n"
        start = _write(fd, b"\n" + lines if is_torn else lines)
        if not is_torn and start and os.pread(fd, 1, start - 1) != b"\n":
            # Between the look and the write another process ran out of space in the middle of a line.
            _write(fd, b"\n" + lines)
        os.fsync(fd)
    finally:
        os.close(fd)


def _write(fd: int, data: bytes) -> int:
    """Where in the file `data` came to lie."""
    # One write to a file opened for appending is what keeps two processes from mixing their lines.
    if os.write(fd, data) < len(data):
        raise OSError(errno.ENOSPC, "only a part of it could be written")
    return os.lseek(fd, 0, os.SEEK_CUR) - len(data)


def read_on(path: Path, position: ReadPosition, on_line: Callable[[int, bytes, bool], None]) -> ReadPosition | None:
    """Say every line after `position`: its number, its bytes, and whether its end is there.

    Returns how far the file was read; a line without its end may still grow, and is said again next time.
    Returns None, and says nothing, when what `position` stands for is no longer what the file begins with.
    Raises OSError.
    """
    with open_regular(path) as file:
        status = os.fstat(file.fileno())
        touched = (status.st_ino, status.st_mtime_ns) != (position.inode, position.mtime_ns)
        if not touched and status.st_size == position.size:
            return position
        if not _begins_with(file, status, position):
            return None
        file.seek(position.size)
        size, lines, checksum = position.size, position.lines, position.checksum
        for line in file:
            is_whole = line.endswith(b"\n")
            on_line(lines + 1, line, is_whole)
            if not is_whole:
                break
            size += len(line)
            lines += 1
            checksum = zlib.crc32(line, checksum)
        return ReadPosition(size, lines, checksum, _end_checksum(file, size), status.st_ino, status.st_mtime_ns)


def last_lines(path: Path) -> list[bytes]:
    """The whole lines among the last bytes of the file. Raises OSError."""
    with open_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        start = max(0, size - _END)
        file.seek(start)
        lines = file.read(size - start).split(b"\n")
        return lines[1 if start else 0 : -1]


def _begins_with(file: BinaryIO, status: os.stat_result, position: ReadPosition) -> bool:
    """Whether the file begins with what was read up to `position`."""
    if status.st_size < position.size:
        return False
    if _end_checksum(file, position.size) != position.end_checksum:
        return False
    if status.st_ino == position.inode and status.st_size > position.size:
        # The same file grew. To read all of it again would take longer than anything else.
        return True
    file.seek(0)
    checksum, left = 0, position.size
    while left and (chunk := file.read(min(left, _CHUNK))):
        checksum = zlib.crc32(chunk, checksum)
        left -= len(chunk)
    return checksum == position.checksum


def _end_checksum(file: BinaryIO, size: int) -> int:
    start = max(0, size - _END)
    file.seek(start)
    return zlib.crc32(file.read(size - start))
