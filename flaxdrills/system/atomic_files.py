"""Writing files so that they are there whole or not at all, in private folders."""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_PRIVATE = 0o600


def make_private(folder: Path) -> Path:
    """`folder`, made with mode 0700 together with the parents that are missing.

    Raises OSError.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    if folder.is_symlink() and not folder.exists():
        raise OSError(errno.EINVAL, f"It is a link to {os.readlink(folder)}, which is not there", str(folder))
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def sync_folder(folder: Path) -> None:
    """Have the entries of `folder` on disk, so that a file just made there survives a power cut.

    Raises OSError.
    """
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    except OSError as error:
        # Some network file systems have no such thing for folders.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(fd)


@contextmanager
def replacing(path: Path, *, sync: bool, mode: int = _PRIVATE) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of the one at `path` once it is whole.

    With `sync` it is on disk then; what can be made again, such as a cache, need not wait for that.
    Where anything goes wrong, what is at `path` stays. Raises OSError.
    """
    aside = _aside(path)
    try:
        with _opened(aside, mode) as file:
            yield file
            if sync:
                _sync(file)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    if sync:
        sync_folder(path.parent)


def replace_file(path: Path, data: bytes, *, sync: bool, mode: int = _PRIVATE) -> None:
    """Have the file at `path` hold `data`, whole or not at all, as `replacing` does it. Raises OSError."""
    with replacing(path, sync=sync, mode=mode) as file:
        file.write(data)


def put_file(path: Path, data: bytes) -> None:
    """Makes the file at `path`, whole or not at all; what is there already stays. Raises OSError."""
    aside = write_aside(path, data)
    try:
        put_in_place(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def write_aside(path: Path, data: bytes) -> Path:
    """A hidden new file beside `path`, on disk. Raises OSError."""
    aside = _aside(path)
    try:
        with _opened(aside, _PRIVATE) as file:
            file.write(data)
            _sync(file)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return aside


def put_in_place(aside: Path, path: Path) -> bool:
    """Gives the file `aside` the name `path`, unless something has that name; says whether it did."""
    try:
        os.link(aside, path)
    except FileExistsError:
        return False
    except OSError:
        # There are file systems without hard links. Whatever else it was, these say it as well.
        try:
            path.touch(mode=0o600, exist_ok=False)
        except FileExistsError:
            return False
        os.replace(aside, path)
    sync_folder(path.parent)
    return True


def _aside(path: Path) -> Path:
    """A hidden name beside `path` that nothing has."""
    return path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")


def _opened(path: Path, mode: int) -> BinaryIO:
    """A new file with exactly that mode."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    if mode != _PRIVATE:
        os.fchmod(fd, mode)
    return open(fd, "wb")


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
