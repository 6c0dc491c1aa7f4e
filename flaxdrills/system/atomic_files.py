"""Writing files so that they are there whole or not at all, in private folders."""

from __future__ import annotations

import errno
import os
import uuid
from pathlib import Path


def make_private(folder: Path) -> Path:
    """`folder`, made with mode 0700 together with the parents that are missing.

    Raises OSError.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
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


def put_file(path: Path, data: bytes) -> None:
    """Makes the file at `path`, whole or not at all; what is there already stays."""
    aside = write_aside(path, data)
    try:
        put_in_place(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def write_aside(path: Path, data: bytes) -> Path:
    """A hidden new file beside `path`, on disk. Raises OSError."""
    aside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    fd = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(fd)
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
