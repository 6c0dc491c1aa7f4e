"""All that a learner has, as one file: written whole, and read with suspicion."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, cast

from flaxdrills.system.regular_file import open_regular
from flaxdrills.system.sanitize import visible

FOLDERS = ("journal", "solutions", "history", "scratch")
"""What an archive holds, each a folder at its top."""
_LAST = "flaxdrills.json"
"""The name of the last member: without it the archive was cut off, or is not one of ours."""
_VERSION = 1
_LARGEST = 64 * 1024 * 1024
_LARGEST_JOURNAL = 4 * 1024**3
_MOST_BYTES = 8 * 1024**3
_MOST_FILES = 500_000
_CHUNK = 1024 * 1024
_GZIP = b"\x1f\x8b"
"""What it begins with."""


class ArchiveError(Exception):
    """An archive cannot be written, read or merged; the message says why, what was changed, and what to do."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive, laid out for a look at it."""

    name: PurePosixPath
    """Relative; its first part is one of FOLDERS, and none of its parts leads anywhere else."""
    staged: Path
    """Where its content lies meanwhile."""


def write_archive(file: IO[bytes], folders: Mapping[str, Path]) -> tuple[dict[str, int], list[str]]:
    """Write what lies in `folders`, which are FOLDERS by name, to `file`.

    Returns how many files there are of each, and what was left out, a sentence each. Raises ArchiveError.
    """
    counts, left_out = dict.fromkeys(folders, 0), list[str]()
    try:
        with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as tar:
            for name, folder in folders.items():
                for path in _files_in(folder, name, left_out):
                    try:
                        _add(tar, path, f"{name}/{path.relative_to(folder).as_posix()}")
                    except _LeftOut as error:
                        left_out.append(f"{path} is left out: {error}.")
                    else:
                        counts[name] += 1
            last = {"v": _VERSION, "at": datetime.now(UTC).isoformat(), "files": sum(counts.values())}
            _add_bytes(tar, _LAST, json.dumps(last).encode(), 0)
    except OSError as error:
        raise ArchiveError(f"The archive could not be written: {error.strerror or error}.") from error
    return counts, left_out


class _LeftOut(Exception):
    """Why a file is not in the archive."""


def _files_in(folder: Path, name: str, left_out: list[str]) -> Iterator[Path]:
    """The files of `folder` that are the learner's, in order."""

    def cannot(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            left_out.append(f"{error.filename} is left out: {error.strerror}.")

    for parent, below, files in os.walk(folder, onerror=cannot):
        for inner in list(below):
            path = Path(parent, inner)
            if name == "journal" or inner.startswith(".") or inner == "__pycache__":
                below.remove(inner)
            elif path.is_symlink():
                left_out.append(f"{path} is left out: it is a link to a folder.")
        below.sort()
        for file in sorted(files):
            if file.startswith(".") or (name == "journal" and not file.endswith(".jsonl")):
                continue
            path = Path(parent, file)
            if all(map(_is_fit, path.relative_to(folder).parts)):
                yield path
            else:
                left_out.append(f"{visible(str(path))} is left out: its name would not be the same everywhere.")


def _add(tar: tarfile.TarFile, path: Path, name: str) -> None:
    try:
        file = open_regular(path)
    except OSError as error:
        raise _LeftOut(error.strerror) from error
    with file:
        status = os.fstat(file.fileno())
        if name.startswith("journal/"):
            # It may be long, and it only grows.
            tar.addfile(_info(name, status.st_size, status.st_mtime), file)
            return
        data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise _LeftOut(f"it is larger than {_LARGEST // 2**20} MiB")
        _add_bytes(tar, name, data, status.st_mtime)


def _add_bytes(tar: tarfile.TarFile, name: str, data: bytes, mtime: float) -> None:
    tar.addfile(_info(name, len(data), mtime), io.BytesIO(data))


def _info(name: str, size: int, mtime: float) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mtime, info.mode = size, int(mtime), 0o600
    return info


def read_archive(file: IO[bytes], name: str, staging: Path) -> list[Member]:
    """Lay the files of an archive out in the empty folder `staging`, under names that are not the archive's.

    Raises ArchiveError where anything is wrong with any of it.
    """
    members: list[Member] = []
    is_complete = False
    left = _MOST_BYTES
    with _said(name), tarfile.open(fileobj=cast(IO[bytes], _Bounded(_unpacked(file))), mode="r:") as tar:
        while (info := tar.next()) is not None:
            # Kept by tarfile for a look back that nobody takes.
            tar.members.clear()  # type: ignore[attr-defined]
            if info.name == _LAST and info.isreg():
                is_complete = True
                continue
            path = _checked(info)
            left -= info.size
            if left < 0 or len(members) == _MOST_FILES:
                raise _Refused(f"it holds more than {_MOST_BYTES // 1024**3} GiB, or {_MOST_FILES} files")
            if path is not None:
                members.append(Member(path, _lay_out(tar, info, staging / str(len(members)))))
        # The checksum of the whole is looked at only where it ends, a little behind the last member.
        assert tar.fileobj is not None
        if len(tar.fileobj.read(_CHUNK)) == _CHUNK:
            raise _Refused("it goes on behind its end")
    if not is_complete:
        raise ArchiveError(f"{name} is cut off, or no export of flaxdrills. Nothing was changed.")
    return members


class _Refused(Exception):
    """What is wrong with an archive."""


class _Bounded:
    """A file of which little is read at once: tarfile reads as much as a header says, and it may say anything."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int) -> bytes:
        if size > _CHUNK:
            raise _Refused("a name in it is too long")
        return self._file.read(size)


def _unpacked(file: IO[bytes]) -> IO[bytes]:
    """What `file` holds, which is compressed or is not."""
    is_compressed = file.read(len(_GZIP)) == _GZIP
    file.seek(0)
    return cast(IO[bytes], gzip.GzipFile(fileobj=file)) if is_compressed else file


@contextmanager
def _said(name: str) -> Iterator[None]:
    """Turn what reading an archive raises into an ArchiveError."""
    try:
        yield
    except _Refused as error:
        raise ArchiveError(f"{name} is refused: {error}. Nothing was changed.") from error
    except (EOFError, zlib.error, tarfile.TarError, UnicodeError, ValueError, OverflowError) as error:
        raise ArchiveError(
            f"{name} is cut off, damaged, or no export of flaxdrills. Nothing was changed; copy or export it again."
        ) from error
    except OSError as error:
        why = error.strerror or "it is damaged"
        raise ArchiveError(f"{name} cannot be read: {why}. Nothing was changed.") from error


def _checked(info: tarfile.TarInfo) -> PurePosixPath | None:
    """Where the member belongs, or None for a folder and for what a newer version may have put there."""
    path, shown = PurePosixPath(info.name), visible(repr(info.name))
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise _Refused(f"it names {shown}, which is outside of it")
    if not info.isreg() and not info.isdir():
        raise _Refused(f"{shown} is neither a file nor a folder")
    is_journal = path.parts[0] == "journal"
    if not 0 <= info.size <= (_LARGEST_JOURNAL if is_journal else _LARGEST):
        raise _Refused(f"{shown} is too large")
    if path.parts[0] not in FOLDERS or info.isdir():
        return None
    if len(path.parts) == 1 or (is_journal and (len(path.parts) > 2 or path.suffix != ".jsonl")):
        raise _Refused(f"{shown} is not what belongs there")
    if not all(map(_is_fit, path.parts)):
        raise _Refused(f"{shown} is no name that an export has")
    return path


def _is_fit(name: str) -> bool:
    """Whether a file of that name is one that an archive takes, wherever it is read."""
    return name.isprintable() and "\\" not in name and not name.startswith(".") and len(name.encode()) <= 200


def _lay_out(tar: tarfile.TarFile, info: tarfile.TarInfo, path: Path) -> Path:
    source = tar.extractfile(info)
    if source is None:
        raise _Refused(f"{visible(repr(info.name))} has no content")
    left = info.size
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        while left and (chunk := source.read(min(left, _CHUNK))):
            target.write(chunk)
            left -= len(chunk)
    if left:
        raise EOFError
    return path
