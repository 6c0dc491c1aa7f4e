"""What the journal adds up to, kept up to date: only what was not read before is read."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable
from datetime import time
from pathlib import Path

from flaxdrills.journal.append_log import ReadPosition, read_on
from flaxdrills.journal.journal import Entry, Journal, NotAnEntry, entry_of, skipped, unreadable
from flaxdrills.progress.accumulator import Progress, ProgressAccumulator
from flaxdrills.progress.progress_cache import CachedProgress, JournalFileState, load_cache, save_cache
from flaxdrills.progress.progress_events import LostError, ProgressEvent
from flaxdrills.system.settings import DEFAULT_DAY_END

_SMALLEST_SNAPSHOT = 64 * 1024
_LONG = 32 * 1024 * 1024
_SHARE = 16
"""A snapshot is made anew once more was read than this part of its own size, or a problem was graded."""


class LiveProgress:
    """Where the learner stands, going by the journal. Threads may share it."""

    def __init__(
        self,
        journal: Journal,
        snapshot: Path | None,
        day_end: time = DEFAULT_DAY_END,
        on_long_reading: Callable[[int], None] = lambda size: None,
    ) -> None:
        self._journal = journal
        self._snapshot = snapshot
        self._day_end = day_end
        self._on_long_reading = on_long_reading
        """Hears, before a reading that takes seconds, how many bytes it will be."""
        self._state: CachedProgress | None = None
        self._unread: list[str] = []
        """What could not be read this time."""
        self._turn = threading.Lock()

    def refresh(self) -> None:
        """Read what was added to the journal, by whomever."""
        with self._turn:
            try:
                state = self._read_on(self._state or self._kept())
            except LostError:
                state = None
            self._state = state or self._anew()
            self._add(self._journal.waiting)

    def add(self, entry: Entry) -> None:
        """Add what was just recorded, or waits to be."""
        with self._turn:
            self._add([entry])

    def progress(self) -> Progress:
        """Where the learner stood when the journal was last read or added to."""
        with self._turn:
            return self._state.fold.progress() if self._state else Progress()

    def moments(self, problem_id: str) -> tuple[ProgressEvent, ...]:
        """All that was done about a problem, in the order of time."""
        with self._turn:
            if self._state is None:
                return ()
            try:
                return tuple(self._state.fold.moments.get(problem_id, ()))
            except LostError:
                self._state = self._anew()
                return tuple(self._state.fold.moments.get(problem_id, ()))

    @property
    def faults(self) -> tuple[str, ...]:
        """What could not be read, a sentence each. It stays where it is."""
        with self._turn:
            said = list(self._unread)
            for name, file in sorted(self._state.files.items()) if self._state else ():
                said += file.faults
                if file.more:
                    said.append(f"{self._journal.folder / name}: {file.more} more lines are skipped and kept.")
            return tuple(said)

    def _kept(self) -> CachedProgress:
        """What the snapshot holds, or nothing."""
        state = load_cache(self._snapshot, self._journal.folder, self._day_end) if self._snapshot else None
        return state or CachedProgress(ProgressAccumulator(self._day_end))

    def _anew(self) -> CachedProgress:
        """All of the journal, as it is now."""
        state = CachedProgress(ProgressAccumulator(self._day_end))
        self._read_on(state)
        return state

    def _add(self, entries: Iterable[Entry]) -> None:
        if self._state is None:
            return
        try:
            for entry in entries:
                self._state.fold.add(entry)
        except LostError:
            self._state = self._anew()
            for entry in self._journal.waiting:
                self._state.fold.add(entry)

    def _read_on(self, state: CachedProgress) -> CachedProgress | None:
        """Bring `state` up to date; None when it does not fit the files any more."""
        self._unread = []
        try:
            files = {path.name: path for path in self._journal.files()}
        except FileNotFoundError:
            files = {}
        except OSError as error:
            self._unread.append(unreadable(self._journal.folder, error))
            return state
        if state.files.keys() - files.keys():
            return None
        self._warn(files, state)
        read = 0
        for name, path in files.items():
            known = state.files.get(name, JournalFileState())
            file = JournalFileState(known.mark, [*known.faults], known.more)
            try:
                mark = self._read_file(path, file, state.fold)
            except OSError as error:
                left_out = "What is new in it" if known.mark.size else "What it records"
                self._unread.append(f"{unreadable(path, error)} {left_out} is left out.")
                continue
            if mark is None:
                return None
            read += mark.size - known.mark.size
            file.mark = mark
            state.files[name] = file
        if read > max(_SMALLEST_SNAPSHOT, state.snapshot_size // _SHARE) or (read and state.fold.has_graded):
            self._save(state)
        return state

    def _warn(self, files: dict[str, Path], state: CachedProgress) -> None:
        new = -sum(file.mark.size for file in state.files.values())
        for path in files.values():
            with contextlib.suppress(OSError):
                new += path.stat().st_size
        if new > _LONG:
            self._on_long_reading(new)

    def _read_file(self, path: Path, file: JournalFileState, fold: ProgressAccumulator) -> ReadPosition | None:
        def hear(number: int, line: bytes, is_whole: bool) -> None:
            try:
                fold.add(entry_of(line))
            except NotAnEntry as error:
                # Two processes that both end a torn line leave an empty one.
                if line.strip():
                    (file.note if is_whole else self._unread.append)(skipped(path, number, error, is_whole))

        return read_on(path, file.mark, hear)

    def _save(self, state: CachedProgress) -> None:
        # What waits is not in the journal yet, and perhaps never will be.
        if self._snapshot is None or self._journal.waiting:
            return
        state.snapshot_size = save_cache(self._snapshot, state, self._journal.folder, self._day_end)
        state.fold.has_graded = False
