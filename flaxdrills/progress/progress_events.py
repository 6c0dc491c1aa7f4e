"""What progress needs to know of a problem's events, in few bytes and in the order of their time."""

from __future__ import annotations

import hashlib
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from struct import Struct

from flaxdrills.journal.journal import Entry, EntryKind
from flaxdrills.judging.verdict import Verdict
from flaxdrills.progress.grade import Grade

_ROW = Struct(">Q16shBBi")
"""Time, id, offset, code, wrong, number. The larger end first, so that rows compare as what they stand for."""
_KEY = 24
"""So many bytes at the start of a row, its time and its id, tell one event from another."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LARGEST = 2**31 - 1
_MOST_WRONGS = 255
_MOST_LATECOMERS = 4096

_NUMBERS = {EntryKind.HINT: "index"}
"""The kinds that come to nothing without a number, and the name of its field."""
_Code = tuple[EntryKind, Verdict | None, Grade | None, bool]
_CODES: tuple[_Code, ...] = (
    *(
        (EntryKind.ATTEMPT, verdict, None, unfinished)
        for verdict in (None, *(verdict for verdict in Verdict if verdict.is_about_solution))
        for unfinished in (False, True)
    ),
    *((EntryKind.GRADED, None, grade, False) for grade in Grade),
    *((kind, None, None, False) for kind in EntryKind if kind not in (EntryKind.ATTEMPT, EntryKind.GRADED)),
)
_CODE_OF = {code: index for index, code in enumerate(_CODES)}
_KINDS = {str(kind): kind for kind in EntryKind}
_VERDICTS = {str(verdict): verdict for verdict in Verdict}
_GRADES = {str(grade): grade for grade in Grade}


@dataclass(frozen=True, slots=True)
class ProgressEvent:
    """What progress needs to know of one event."""

    at: datetime
    """In UTC."""
    offset_min: int
    kind: EntryKind
    verdict: Verdict | None = None
    """Of an attempt; None where a newer version knows more verdicts."""
    number: int = 0
    """Of a hint: its index. Of a grade: the short id of the event that it is given for."""
    wrong: str | None = None
    """Of an attempt: the shipped wrong_name that it was, where that was known at once."""
    id: str = ""
    """The event's own, or a digest of it where it is none that this app makes."""
    grade: Grade | None = None
    unfinished: bool = False
    """Of an attempt: whether the file was only half written, which is no try."""

    @property
    def code(self) -> int:
        """A number for all of it that is one of a few."""
        return _CODE_OF[self.kind, self.verdict, self.grade, self.unfinished]


class Added(Enum):
    """What became of a event."""

    LAST = "last"
    """It is the last of all now."""
    AMONG = "among"
    """It has its place among the others."""
    INSTEAD = "instead"
    """It stands where another one stood."""
    NOT = "not"
    """It was there already."""


def progress_event_of(entry: Entry) -> ProgressEvent | None:
    """The event that `entry` is, or None where it says nothing about progress."""
    kind = _KINDS.get(entry.kind)
    if kind is None:
        return None
    verdict, number, wrong, grade, unfinished = None, 0, None, None, False
    if kind is EntryKind.ATTEMPT:
        named = entry.fields.get("verdict")
        verdict = _VERDICTS.get(named) if isinstance(named, str) else None
        if not isinstance(named, str) or (verdict is not None and not verdict.is_about_solution):
            return None
        wrong_name = entry.fields.get("wrong")
        wrong = wrong_name if isinstance(wrong_name, str) else None
        # The older word, for a stub that was run as it is.
        unfinished = any(entry.fields.get(word) is True for word in ("unfinished", "untouched"))
    elif kind is EntryKind.GRADED:
        of, word = entry.fields.get("of"), entry.fields.get("grade")
        if not isinstance(of, str) or not isinstance(word, str) or word not in _GRADES:
            return None
        number, grade = short_id(of), _GRADES[word]
    elif kind in _NUMBERS:
        given = entry.fields.get(_NUMBERS[kind])
        if not isinstance(given, int):
            return None
        number = max(-_LARGEST, min(given, _LARGEST))
    own_id = _id_bytes(entry.id).hex()
    return ProgressEvent(entry.at, entry.offset_min, kind, verdict, number, wrong, own_id, grade, unfinished)


def short_id(entry_id: str) -> int:
    """What tells one event from another in four bytes, be `entry_id` its id or the digest of it."""
    return zlib.crc32(_id_bytes(entry_id)) - 2**31


class LostError(Exception):
    """What was kept of events cannot be read any more; they are to be made anew from the journal."""


class ProgressEvents:
    """The events of one problem: a set, so that neither order nor repetition of what is added matters.

    What touches the rows raises LostError where they were kept and cannot be had again.
    """

    def __init__(self, kept: Callable[[], bytes] = bytes, wrongs: tuple[str, ...] = ()) -> None:
        self._kept = kept
        """Gives the rows that there are already. Most are never asked for, and reading all takes long."""
        self._loaded: bytearray | None = None
        self._latecomers: dict[bytes, bytes] = {}
        """Rows that belong further up, by key. Putting them there one by one would copy the rest each time."""
        self._wrongs = list(wrongs)

    @property
    def _rows(self) -> bytearray:
        """In order, without the latecomers."""
        if self._loaded is None:
            self._loaded = bytearray(self._kept())
        return self._loaded

    def __len__(self) -> int:
        return len(self._rows) // _ROW.size + len(self._latecomers)

    def __iter__(self) -> Iterator[ProgressEvent]:
        """Every event in the order of time, then of id."""
        for row in _ROW.iter_unpack(self.rows):
            yield self._event(row)

    @property
    def rows(self) -> bytearray:
        """All of it, to be kept and given back to the constructor together with `wrongs`."""
        if self._latecomers:
            rows = [bytes(self._rows[start : start + _ROW.size]) for start in range(0, len(self._rows), _ROW.size)]
            self._loaded = bytearray().join(sorted([*rows, *self._latecomers.values()]))
            self._latecomers = {}
        return self._rows

    @property
    def wrongs(self) -> tuple[str, ...]:
        """The names that the rows refer to."""
        return tuple(self._wrongs)

    def add(self, event: ProgressEvent) -> Added:
        """Add `event`.

        Two events of one time and one id are one event. That they say different things can only be damage; then
        one of them is chosen, whichever came first.
        """
        row = self._row(event)
        key, end = row[:_KEY], len(self._rows)
        if key > self._key_at(end - _ROW.size):
            self._rows.extend(row)
            return Added.LAST
        start = bisect_left(range(end // _ROW.size), key, key=lambda index: self._key_at(index * _ROW.size)) * _ROW.size
        if self._key_at(start) == key:
            known = bytes(self._rows[start : start + _ROW.size])
            if not self._yields(known, row):
                return Added.NOT
            self._rows[start : start + _ROW.size] = row
            return Added.INSTEAD
        if key in self._latecomers:
            if not self._yields(self._latecomers[key], row):
                return Added.NOT
            self._latecomers[key] = row
            return Added.INSTEAD
        self._latecomers[key] = row
        if len(self._latecomers) >= _MOST_LATECOMERS:
            _ = self.rows
        return Added.AMONG

    def _key_at(self, start: int) -> bytes:
        return bytes(self._rows[start : start + _KEY]) if start >= 0 else b""

    def _yields(self, known: bytes, row: bytes) -> bool:
        """Whether `row` is the one to choose. The numbers of the names differ with the order in which they came."""
        return known != row and _order(self._event(_ROW.unpack(row))) < _order(self._event(_ROW.unpack(known)))

    def _row(self, event: ProgressEvent) -> bytes:
        return _ROW.pack(
            (event.at - _EPOCH) // _MICROSECOND,
            bytes.fromhex(event.id),
            event.offset_min,
            event.code,
            self._number_of(event.wrong),
            event.number,
        )

    def _event(self, row: tuple[int, bytes, int, int, int, int]) -> ProgressEvent:
        micros, own_id, offset_min, code, wrong, number = row
        kind, verdict, grade, unfinished = _CODES[code]
        at = _EPOCH + timedelta(microseconds=micros)
        name = self._wrongs[wrong - 1] if wrong else None
        return ProgressEvent(at, offset_min, kind, verdict, number, name, own_id.hex(), grade, unfinished)

    def _number_of(self, wrong: str | None) -> int:
        if wrong is None:
            return 0
        if wrong not in self._wrongs:
            if len(self._wrongs) == _MOST_WRONGS:
                return 0
            self._wrongs.append(wrong)
        return self._wrongs.index(wrong) + 1


def _order(event: ProgressEvent) -> tuple[int, int, int, str]:
    return event.offset_min, event.code, event.number, event.wrong or ""


def _id_bytes(entry_id: str) -> bytes:
    """16 bytes for an id: those that it spells, or a digest of whatever else it is."""
    try:
        spelt = bytes.fromhex(entry_id)
    except ValueError:
        spelt = b""
    if len(spelt) == 16 and spelt.hex() == entry_id:
        return spelt
    return hashlib.blake2b(entry_id.encode("utf-8", "surrogatepass"), digest_size=16).digest()
