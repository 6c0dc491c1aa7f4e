"""The append-only record of what was practised."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import re
import socket
import tempfile
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from flaxdrills.journal.append_log import ReadPosition, append_lines, last_lines, read_on
from flaxdrills.journal.folder_lock import folder_lock
from flaxdrills.system.atomic_files import make_private
from flaxdrills.system.clock import MOST_OFFSET_MIN, local_now
from flaxdrills.system.data_files import DataError, parse_json

_VERSION = 1
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = datetime(9998, 12, 30, tzinfo=UTC)
_OWN_KEYS = ("v", "id", "at", "offset_min", "kind", "problem")


class JournalError(Exception):
    """Something could not be recorded; the message says what to do."""


class EntryKind(StrEnum):
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
    """A EntryKind, or a word of a newer version."""
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


class Journal:
    """A folder with one file a machine, so that no two machines ever write to the same file."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = local_now, machine: str | None = None) -> None:
        self.folder = folder
        self.file = folder / f"{machine or this_machine()}.jsonl"
        """Where this machine writes."""
        self._clock = clock
        self._waiting: list[tuple[Entry, bytes]] = []
        self.trouble = ""
        """Why something waits; "" when nothing does."""
        self._turn = threading.Lock()

    def now(self) -> datetime:
        """What the learner's clock shows, with its offset from UTC."""
        return self._clock()

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """What could not be recorded yet. It is written with the next entry, or by `settle`."""
        return tuple(entry for entry, _ in self._waiting)

    def append(self, kind: EntryKind, problem: str | None, **fields: object) -> Entry:
        """Records what just happened; it is on disk when this returns.

        Raises JournalError; the entry waits then.
        """
        line = self._line(kind, problem, fields)
        entry = entry_of(line)
        with self._turn:
            self._waiting.append((entry, line))
            self._write_waiting()
        return entry

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other processes of this machine out of here, so that what is looked for is not being recorded."""
        with contextlib.suppress(OSError):
            make_private(self.folder)
        with folder_lock(self.folder):
            yield

    def last(self) -> Iterator[Entry]:
        """The last few entries of every machine, in no order, without those that wait."""
        files: list[Path] = []
        with contextlib.suppress(OSError):
            files = self.files()
        for path in files:
            with contextlib.suppress(OSError):
                for line in last_lines(path):
                    with contextlib.suppress(NotAnEntry):
                        yield entry_of(line)

    def settle(self) -> None:
        """Records what waits. Raises JournalError; what could not be written goes on waiting."""
        with self._turn:
            self._write_waiting()

    def rescue(self) -> Path | None:
        """A temporary file that holds what waits, to be imported later, or None where there is no room either."""
        with self._turn:
            rescued = None
            try:
                fd, name = tempfile.mkstemp(".jsonl", "flaxdrills-unrecorded-")
                rescued = Path(name)
                with open(fd, "wb") as file:
                    file.writelines(line for _, line in self._waiting)
            except OSError:
                if rescued is not None:
                    rescued.unlink(missing_ok=True)
                return None
            return rescued

    def adopt(self, lines: bytes) -> None:
        """Puts lines of another machine's file, each with its end, at the end of this one's, as they are.

        Raises JournalError.
        """
        with self._turn:
            self._write(lines)

    def files(self) -> list[Path]:
        """The files of all machines. Raises OSError."""
        return sorted(path for path in self.folder.iterdir() if path.suffix == ".jsonl")

    def read(self, is_wanted: Callable[[bytes], object] = bool) -> Record:
        """Every entry of every machine, each once, on a line that `is_wanted`.

        They are all in memory then; progress needs none of it.
        """
        entries: dict[str, Entry] = {}
        faults: list[str] = []
        try:
            files = self.files()
        except FileNotFoundError:
            return Record()
        except OSError as error:
            return Record(faults=(unreadable(self.folder, error),))
        for path in files:

            def hear(number: int, line: bytes, is_whole: bool, path: Path = path) -> None:
                if not is_wanted(line):
                    return
                try:
                    entry = entry_of(line)
                except NotAnEntry as error:
                    if line.strip():
                        faults.append(skipped(path, number, error, is_whole))
                else:
                    entries.setdefault(entry.id, entry)

            try:
                read_on(path, ReadPosition(), hear)
            except OSError as error:
                faults.append(f"{unreadable(path, error)} What it records is left out.")
        return Record(tuple(sorted(entries.values(), key=lambda entry: (entry.at, entry.id))), tuple(faults))

    def _line(self, kind: EntryKind, problem: str | None, fields: Mapping[str, object]) -> bytes:
        if taken := sorted(set(fields).intersection(_OWN_KEYS)):
            raise ValueError(f"{taken[0]!r} is a key of the journal's own")
        now = self.now()
        offset = now.utcoffset()
        if offset is None:
            raise ValueError("the clock must know its time zone")
        offset_min = max(-MOST_OFFSET_MIN, min(round(offset.total_seconds() / 60), MOST_OFFSET_MIN))
        # A clock that lost its time may be anywhere; what happened is recorded all the same.
        at = min(max(now, _EARLIEST), _LATEST).astimezone(UTC)
        own = (_VERSION, uuid.uuid4().hex, at.isoformat(), offset_min, kind, problem)
        table = dict(zip(_OWN_KEYS, own, strict=True)) | dict(fields)
        return json.dumps(table, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"

    def _write_waiting(self) -> None:
        if not self._waiting:
            return
        try:
            self._write(b"".join(line for _, line in self._waiting))
        except JournalError as error:
            self.trouble = str(error)
            raise
        self._waiting.clear()
        self.trouble = ""

    def _write(self, lines: bytes) -> None:
        try:
            make_private(self.folder)
            append_lines(self.file, lines)
        except OSError as error:
            raise JournalError(
                f"This could not be recorded in {self.file}: {error.strerror}. {_advice(error)}"
            ) from error


def this_machine() -> str:
    """The name of this machine's file. Host names alone are not enough: many a laptop has the same as another."""
    try:
        machine_id = Path("/etc/machine-id").read_text("ascii").strip()
    except (OSError, ValueError):
        machine_id = ""
    suffix = f"-{hashlib.blake2b(machine_id.encode(), digest_size=2).hexdigest()}" if machine_id else ""
    return f"{machine_name(socket.gethostname())}{suffix}"


def machine_name(hostname: str) -> str:
    """The host's name as the name of a file.

    >>> machine_name("GPU-01.example.org")
    'gpu-01-example-org'
    """
    return re.sub(r"[^a-z0-9]+", "-", hostname.lower()).strip("-")[:64].rstrip("-") or "local"


def skipped(path: Path, number: int, error: NotAnEntry, is_whole: bool) -> str:
    """What is said of a line that is no entry."""
    why = error if is_whole else "it was cut off while it was written"
    return f"{path}, line {number}, is skipped and kept: {why}."


def unreadable(path: Path, error: OSError) -> str:
    """What is said of a file or folder of the journal that cannot be read."""
    where = "The journal " if path.suffix != ".jsonl" else ""
    return f"{where}{path} cannot be read: {error.strerror}."


class NotAnEntry(Exception):
    """Why a line is none."""


def entry_of(line: bytes) -> Entry:
    """The entry on a line of a journal's file. Raises NotAnEntry."""
    try:
        table = parse_json(line)
    except DataError as error:
        raise NotAnEntry(f"it is {error}") from error
    match table:
        case {
            "id": str(entry_id),
            "at": str(at),
            "offset_min": int(offset_min),
            "kind": str(kind),
            "problem": str() | None as problem,
        } if entry_id and abs(offset_min) <= MOST_OFFSET_MIN:
            fields = {key: value for key, value in table.items() if key not in _OWN_KEYS}
            return Entry(entry_id, _time(at), offset_min, kind, problem, fields)
        case {"v": int(version)} if version > _VERSION:
            raise NotAnEntry("a newer flaxdrills wrote it")
        case _:
            raise NotAnEntry("it is not an entry")


def _time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        # A time at either end of the calendar would overflow when a day or an offset is added to it.
        if (
            at.utcoffset() is not None
            and 1969 <= at.year < 9999
            and _EARLIEST <= (utc := at.astimezone(UTC)) <= _LATEST
        ):
            return utc
        raise NotAnEntry(f"{text!r} is not a time with an offset")
    except ValueError as error:
        raise NotAnEntry(f"{text!r} is not a time") from error


def _advice(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "Free some space and try again."
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return "Make it writable, or set FLAXDRILLS_HOME to a folder that is."
        case _:
            return "`flaxdrills doctor` checks the folders; FLAXDRILLS_HOME moves them."
