"""The append-only record of what was practised."""

from __future__ import annotations

import errno
import json
import os
import re
import socket
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from flaxdrills.locations import make_private, sync_folder

_VERSION = 1
_OWN_KEYS = ("v", "id", "at", "offset_min", "kind", "problem")


class JournalError(Exception):
    """Something could not be recorded; the message says what to do."""


class Kind(StrEnum):
    """What an entry records."""

    ATTEMPT = "attempt"
    HINT = "hint"
    REVEALED = "revealed"
    """The reference solution was shown."""
    OPENED = "opened"
    RESET = "reset"
    """Begun anew from the stub; of a solved problem, a review."""
    GRADED = "graded"
    """The learner said themselves how well a problem was remembered."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened."""

    id: str
    at: datetime
    """In UTC."""
    offset_min: int
    """How far the learner's clock was ahead of UTC then."""
    kind: str
    """A Kind, or a word of a newer version."""
    problem: str | None
    fields: Mapping[str, object]
    """What else was recorded with it."""


@dataclass(frozen=True, slots=True)
class Record:
    """All that the journal holds."""

    entries: tuple[Entry, ...] = ()
    """In the order of their time, then of their id, so that every machine sees the same order."""
    faults: tuple[str, ...] = ()
    """What could not be read, a sentence each. It stays where it is."""


def _now() -> datetime:
    return datetime.now().astimezone()


class Journal:
    """A folder with one file a machine, so that no two machines ever write to the same file."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = _now, machine: str | None = None) -> None:
        self._folder = folder
        self._clock = clock
        self._file = folder / f"{machine_name(socket.gethostname() if machine is None else machine)}.jsonl"

    def append(self, kind: Kind, problem: str | None, **fields: object) -> Entry:
        """Records what just happened; it is on disk when this returns.

        Raises JournalError.
        """
        line = self._line(kind, problem, fields)
        try:
            self._write(line)
        except OSError as error:
            raise JournalError(
                f"This could not be recorded in {self._file}: {error.strerror}. {_advice(error)}"
            ) from error
        return _entry(line)

    def read(self) -> Record:
        """Every entry of every machine, each once."""
        entries: dict[str, Entry] = {}
        faults: list[str] = []
        try:
            files = sorted(path for path in self._folder.iterdir() if path.suffix == ".jsonl")
        except FileNotFoundError:
            return Record()
        except OSError as error:
            return Record(faults=(f"The journal {self._folder} cannot be read: {error.strerror}.",))
        for path in files:
            try:
                lines = path.read_bytes().split(b"\n")
            except OSError as error:
                faults.append(f"{path} cannot be read: {error.strerror}. What it records is left out.")
                continue
            for number, line in enumerate(lines, 1):
                # Two processes that both end a torn line leave an empty one.
                if not line.strip():
                    continue
                try:
                    entry = _entry(line)
                except _NotAnEntry as error:
                    why = "it was cut off while it was written" if number == len(lines) else str(error)
                    faults.append(f"{path}, line {number}, is skipped and kept: {why}.")
                else:
                    entries.setdefault(entry.id, entry)
        return Record(tuple(sorted(entries.values(), key=lambda entry: (entry.at, entry.id))), tuple(faults))

    def _line(self, kind: Kind, problem: str | None, fields: Mapping[str, object]) -> bytes:
        if taken := sorted(set(fields).intersection(_OWN_KEYS)):
            raise ValueError(f"{taken[0]!r} is a key of the journal's own")
        now = self._clock()
        offset = now.utcoffset()
        if offset is None:
            raise ValueError("the clock must know its time zone")
        own = (
            _VERSION,
            uuid.uuid4().hex,
            now.astimezone(UTC).isoformat(),
            round(offset.total_seconds() / 60),
            kind,
            problem,
        )
        table = dict(zip(_OWN_KEYS, own, strict=True)) | dict(fields)
        return json.dumps(table, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"

    def _write(self, line: bytes) -> None:
        make_private(self._folder)
        fd = os.open(self._file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            size = os.fstat(fd).st_size
            if not size:
                sync_folder(self._folder)
            elif os.pread(fd, 1, size - 1) != b"\n":
                line = b"\n" + line
            # One write to a file opened for appending is what keeps two processes from mixing their lines.
            if os.write(fd, line) < len(line):
                raise OSError(errno.ENOSPC, "only a part of the line could be written")
            os.fsync(fd)
        finally:
            os.close(fd)


def machine_name(hostname: str) -> str:
    """The host's name as the name of a file.

    >>> machine_name("GPU-01.example.org")
    'gpu-01-example-org'
    """
    return re.sub(r"[^a-z0-9]+", "-", hostname.lower()).strip("-")[:64].rstrip("-") or "local"


class _NotAnEntry(Exception):
    """Why a line is none."""


def _entry(line: bytes) -> Entry:
    try:
        table = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _NotAnEntry("it is not UTF-8 text") from error
    except (ValueError, RecursionError) as error:
        raise _NotAnEntry("it is not JSON") from error
    match table:
        case {
            "id": str(entry_id),
            "at": str(at),
            "offset_min": int(offset_min),
            "kind": str(kind),
            "problem": str() | None as problem,
        } if entry_id and abs(offset_min) < 24 * 60:
            fields = {key: value for key, value in table.items() if key not in _OWN_KEYS}
            return Entry(entry_id, _time(at), offset_min, kind, problem, fields)
        case _:
            raise _NotAnEntry("it is not an entry")


def _time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        # A time at either end of the calendar would overflow when a day or an offset is added to it.
        if at.utcoffset() is None or not 1970 <= at.year < 9999:
            raise _NotAnEntry(f"{text!r} is not a time with an offset")
        return at.astimezone(UTC)
    except ValueError as error:
        raise _NotAnEntry(f"{text!r} is not a time") from error


def _advice(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "Free some space and try again."
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return "Make it writable, or set FLAXDRILLS_HOME to a folder that is."
        case _:
            return "`flaxdrills doctor` checks the folders; FLAXDRILLS_HOME moves them."
