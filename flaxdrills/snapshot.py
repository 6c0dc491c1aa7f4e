"""What the journal added up to, kept in the cache folder so that the next start reads only what came after."""

from __future__ import annotations

import json
import os
import uuid
import zlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field, fields
from datetime import date, datetime, time
from functools import reduce
from pathlib import Path
from struct import Struct
from struct import error as StructError
from typing import Any

from flaxdrills.lines import Mark
from flaxdrills.locations import make_private
from flaxdrills.moments import Moments
from flaxdrills.progress import Fold, ProblemProgress, Status
from flaxdrills.sittings import Sitting, Sittings

_BEGIN = Struct("<8sII")
"""What it is, a checksum of all that follows, and how long the table at its head is."""
_MAGIC = b"flaxdril"
_MOST_FAULTS = 20
"""So many damaged lines of a file are named; the rest are counted."""


@dataclass(slots=True)
class FileState:
    """What is known of one file of the journal."""

    mark: Mark = field(default_factory=Mark)
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
class State:
    """What was read so far, and what it adds up to."""

    fold: Fold
    files: dict[str, FileState] = field(default_factory=dict)
    """By name."""
    snapshot_size: int = 0
    """Of the snapshot that this was kept in, in bytes."""


def save_snapshot(path: Path, state: State, journal: Path, day_end: time) -> int:
    """Keep `state`; returns how large that is.

    A cache that cannot be written costs time and nothing else, so OSError is let go.
    """
    state.fold.settle()
    blocks = [moments.rows for moments in state.fold.moments.values()]
    table = json.dumps(_table(state, _key(journal, day_end))).encode()
    checksum = zlib.crc32(table)
    for block in blocks:
        checksum = zlib.crc32(block, checksum)
    parts = [_BEGIN.pack(_MAGIC, checksum, len(table)), table, *blocks]
    aside = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        make_private(path.parent)
        try:
            with open(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.writelines(parts)
            os.replace(aside, path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError:
        pass
    return sum(map(len, parts))


def load_snapshot(path: Path, journal: Path, day_end: time) -> State | None:
    """What was kept, or None when it is not there, broken, or made from something else or by another version."""
    try:
        with path.open("rb") as file:
            magic, checksum, length = _BEGIN.unpack(file.read(_BEGIN.size))
            if length > os.fstat(file.fileno()).st_size:
                return None
            head = file.read(length)
            table = json.loads(head)
            if magic != _MAGIC or table["key"] != _key(journal, day_end):
                return None
            # Each in a piece of its own: what is added to later leaves no second copy of all.
            blocks = [file.read(size) for _, size, _, _ in table["problems"]]
        if reduce(lambda sum_, block: zlib.crc32(block, sum_), blocks, zlib.crc32(head)) != checksum:
            return None
        state = _state(table, blocks, day_end)
        state.snapshot_size = _BEGIN.size + length + sum(map(len, blocks))
        return state
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError, RecursionError, StructError):
        return None


def _key(journal: Path, day_end: time) -> str:
    """All that a snapshot depends on beside the journal's files: other rules add up to something else."""
    digest = zlib.crc32(f"{journal.absolute()} {day_end}".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest = zlib.crc32(path.read_bytes(), digest)
    return f"{digest:08x}"


def _table(state: State, key: str) -> dict[str, Any]:
    fold = state.fold
    return {
        "key": key,
        "files": {name: [astuple(file.mark), file.faults, file.more] for name, file in state.files.items()},
        "problems": [
            [problem_id, len(moments.rows), moments.wrongs, _row(fold.problems[problem_id])]
            for problem_id, moments in fold.moments.items()
        ],
        "counts": [[day.toordinal(), *counts] for day, counts in fold.counts.items()],
        "opened": {problem_id: at.isoformat() for problem_id, at in fold.opened.items()},
        "sittings": [astuple(sitting) for sitting in fold.sittings],
    }


def _state(table: dict[str, Any], blocks: Sequence[bytes], day_end: time) -> State:
    fold = Fold(day_end)
    for (problem_id, _, wrongs, row), block in zip(table["problems"], blocks, strict=True):
        fold.moments[problem_id] = Moments(block, tuple(wrongs))
        fold.problems[problem_id] = _progress(row)
    fold.counts = {date.fromordinal(day): (attempts, passes) for day, attempts, passes in table["counts"]}
    fold.opened = {problem_id: datetime.fromisoformat(at) for problem_id, at in table["opened"].items()}
    fold.sittings = Sittings(Sitting(*sitting) for sitting in table["sittings"])
    files = {name: FileState(Mark(*mark), faults, more) for name, (mark, faults, more) in table["files"].items()}
    return State(fold, files)


def _row(progress: ProblemProgress) -> list[Any]:
    """The fields in order; a time as text."""
    values = [getattr(progress, field.name) for field in fields(progress)]
    return [value.isoformat() if isinstance(value, datetime) else value for value in values]


def _progress(row: Sequence[Any]) -> ProblemProgress:
    values = dict(zip((field.name for field in fields(ProblemProgress)), row, strict=True))
    for name, value in values.items():
        # A field that is named for a time holds one, or none.
        if name.endswith("_at") and value is not None:
            values[name] = datetime.fromisoformat(value)
    return ProblemProgress(**values | {"status": Status(values["status"])})
