"""What the journal added up to, kept in the cache folder so that the next start reads only what came after."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import zlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field, fields, is_dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from struct import Struct
from struct import error as StructError
from typing import Any

import flaxdrills
from flaxdrills.journal.append_log import ReadPosition
from flaxdrills.progress.calendar_day import Instant
from flaxdrills.progress.daily_activity import DayActivity
from flaxdrills.progress.grade import Grade
from flaxdrills.progress.practice_time import PracticePeriod, PracticePeriods
from flaxdrills.progress.problem_progress import ProblemProgress, Status
from flaxdrills.progress.progress_accumulator import ProgressAccumulator
from flaxdrills.progress.progress_events import LostError, ProgressEvents
from flaxdrills.progress.reviews import Memory, Review
from flaxdrills.system.atomic_files import make_private, replacing
from flaxdrills.system.regular_file import open_descriptor

_BEGIN = Struct("<8sII")
"""What it is, a checksum of all that follows, and how long the table at its head is."""
_MAGIC = b"flaxdril"
_RULES = ("progress/*.py", "journal/*.py", "judging/verdict.py")
"""The sources of this package that say what an entry of the journal comes to."""
_MOST_FAULTS = 20
"""So many damaged lines of a file are named; the rest are counted."""


@dataclass(slots=True)
class JournalFileState:
    """What is known of one file of the journal."""

    position: ReadPosition = field(default_factory=ReadPosition)
    faults: list[str] = field(default_factory=list)
    """The first of its lines that could not be read, a sentence each."""
    more: int = 0
    """How many others there are."""

    def note(self, fault: str) -> None:
        """A line could not be read."""
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(fault)
        else:
            self.more += 1


@dataclass(slots=True)
class CachedProgress:
    """What was read so far, and what it adds up to."""

    accumulator: ProgressAccumulator
    files: dict[str, JournalFileState] = field(default_factory=dict)
    """By name."""
    cache_size: int = 0
    """Of the file that this was kept in, in bytes."""


def save_cache(path: Path, state: CachedProgress, journal: Path, day_end: time) -> int:
    """Keep `state`; returns how large that is.

    A cache that cannot be written costs time and nothing else, so OSError is let go.
    """
    state.accumulator.settle()
    blocks = [events.rows for events in state.accumulator.events.values()]
    table = json.dumps(_table(state, blocks, _key(journal, day_end))).encode()
    parts: list[bytes | bytearray] = [_BEGIN.pack(_MAGIC, zlib.crc32(table), len(table)), table, *blocks]
    with contextlib.suppress(OSError):
        make_private(path.parent)
        with replacing(path, sync=False) as file:
            file.writelines(parts)
    return sum(map(len, parts))


def load_cache(path: Path, journal: Path, day_end: time) -> CachedProgress | None:
    """What was kept, or None when it is not there, broken, or made from something else or by another version.

    The rows of a problem are read when they are asked for.
    """
    try:
        file = _File(path)
        magic, checksum, length = _BEGIN.unpack(file.read(0, _BEGIN.size))
        if magic != _MAGIC:
            return None
        head = file.read(_BEGIN.size, length)
        if zlib.crc32(head) != checksum:
            return None
        table = json.loads(head)
        if table["key"] != _key(journal, day_end):
            return None
        state = _state(table, file, _BEGIN.size + length, day_end)
        return state if state.cache_size == file.size else None
    except (OSError, LostError, ValueError, KeyError, TypeError, ArithmeticError, RecursionError, StructError):
        return None


class _File:
    """A cache that is held open: it may be replaced by a newer one while rows of it are still to be read."""

    def __init__(self, path: Path) -> None:
        self._fd = open_descriptor(path, os.O_RDONLY)
        self.size = os.fstat(self._fd).st_size

    def __del__(self) -> None:
        if hasattr(self, "_fd"):
            os.close(self._fd)

    def read(self, start: int, length: int) -> bytes:
        """So many bytes. Raises LostError when they are not there."""
        try:
            data = os.pread(self._fd, length, start) if start + length <= self.size else b""
        except OSError as error:
            raise LostError from error
        if len(data) < length:
            raise LostError
        return data

    def block(self, start: int, length: int, checksum: int) -> bytes:
        """The rows there. Raises LostError when they are not what they were."""
        data = self.read(start, length)
        if zlib.crc32(data) != checksum:
            raise LostError
        return data


def _key(journal: Path, day_end: time) -> str:
    """All that the cache depends on beside the journal's files: other rules add up to something else."""
    digest = zlib.crc32(f"{journal.absolute()} {day_end}".encode())
    # FSRS is found without being imported: that takes longer than all of this.
    fsrs = importlib.util.find_spec("fsrs")
    scheduling = (Path(folder) for folder in (fsrs and fsrs.submodule_search_locations) or ())
    package = Path(flaxdrills.__file__).parent
    sources = [path for pattern in _RULES for path in package.glob(pattern)]
    for path in sorted((*sources, *(path for folder in scheduling for path in folder.glob("*.py")))):
        digest = zlib.crc32(path.read_bytes(), digest)
    return f"{digest:08x}"


def _table(state: CachedProgress, blocks: Sequence[bytearray], key: str) -> dict[str, Any]:
    accumulator = state.accumulator
    return {
        "key": key,
        "files": {name: [astuple(file.position), file.faults, file.more] for name, file in state.files.items()},
        "problems": [
            [problem_id, len(block), zlib.crc32(block), events.wrongs, _row(accumulator.problems[problem_id])]
            for (problem_id, events), block in zip(accumulator.events.items(), blocks, strict=True)
        ],
        "days": [[day.toordinal(), *_row(done)] for day, done in accumulator.days.items()],
        "latest": [[_plain(part) for part in parts] for parts in accumulator.latest],
        "opened": {problem_id: at.isoformat() for problem_id, at in accumulator.opened.items()},
        "periods": [astuple(period) for period in accumulator.periods],
    }


def _state(table: dict[str, Any], file: _File, start: int, day_end: time) -> CachedProgress:
    accumulator = ProgressAccumulator(day_end)
    for problem_id, length, checksum, wrongs, row in table["problems"]:
        accumulator.events[problem_id] = ProgressEvents(partial(file.block, start, length, checksum), tuple(wrongs))
        accumulator.problems[problem_id] = _progress(row)
        start += length
    accumulator.days = {
        date.fromordinal(day): DayActivity(attempts, passes, practised_s, _instant(first), _instant(last))
        for day, attempts, passes, practised_s, first, last in table["days"]
    }
    accumulator.latest = [(_time(at), run_id, *others) for at, run_id, *others in table["latest"]]
    accumulator.opened = {problem_id: _time(at) for problem_id, at in table["opened"].items()}
    accumulator.periods = PracticePeriods(PracticePeriod(*period) for period in table["periods"])
    files = {
        name: JournalFileState(ReadPosition(*position), faults, more)
        for name, (position, faults, more) in table["files"].items()
    }
    return CachedProgress(accumulator, files, start)


def _row(value: Any) -> list[Any]:
    """The fields of a dataclass in order; a time and a day as text, and a dataclass as a row."""
    return [_plain(getattr(value, field.name)) for field in fields(value)]


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return _row(value) if is_dataclass(value) else value


def _named(kind: type[Any], row: Sequence[Any]) -> dict[str, Any]:
    """The values of a row by name. A field that is named for a time or a day holds one, or none."""
    values = dict(zip((field.name for field in fields(kind)), row, strict=True))
    for name, value in values.items():
        if value is not None and name.endswith("_at"):
            values[name] = _time(value)
        elif value is not None and name.endswith("_on"):
            values[name] = date.fromisoformat(value)
    return values


def _progress(row: Sequence[Any]) -> ProblemProgress:
    values = _named(ProblemProgress, row)
    status, review, recent = Status(values["status"]), _review(values["review"]), tuple(values["recent"])
    return ProblemProgress(**values | {"status": status, "review": review, "recent": recent})


def _review(row: Sequence[Any]) -> Review:
    values = _named(Review, row)
    grade = values["grade"]
    made = {name: _memory(values[name]) for name in ("memory", "before")}
    return Review(**values | made | {"grade": None if grade is None else Grade(grade)})


def _memory(row: Sequence[Any] | None) -> Memory | None:
    return None if row is None else Memory(**_named(Memory, row))


def _instant(row: Sequence[Any] | None) -> Instant | None:
    return None if row is None else Instant(_time(row[0]), row[1])


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
