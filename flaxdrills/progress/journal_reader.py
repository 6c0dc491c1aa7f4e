"""Reading the journal into what it adds up to: on from where the cache left it, or from its beginning."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import time
from pathlib import Path

from flaxdrills.journal.append_log import ReadPosition, read_on
from flaxdrills.journal.journal import Journal, NotAnEntry, entry_of, skipped, unreadable
from flaxdrills.progress.progress_accumulator import ProgressAccumulator
from flaxdrills.progress.progress_cache import CachedProgress, JournalFileState, load_cache, save_cache

_SMALLEST_CACHE = 64 * 1024
_LONG = 32 * 1024 * 1024
_SHARE = 16
"""The cache is written anew once more was read than this part of its own size, or a problem was graded."""


class JournalReader:
    """Reads only what was not read before."""

    def __init__(
        self, journal: Journal, cache: Path | None, day_end: time, on_long_reading: Callable[[int], None]
    ) -> None:
        self._journal = journal
        self._cache = cache
        self._day_end = day_end
        self._on_long_reading = on_long_reading
        """Hears, before a reading that takes seconds, how many bytes it will be."""
        self.unread: list[str] = []
        """What could not be read the last time."""

    def cached(self) -> CachedProgress:
        """What the cache holds, or nothing."""
        state = load_cache(self._cache, self._journal.folder, self._day_end) if self._cache else None
        return state or CachedProgress(ProgressAccumulator(self._day_end))

    def read_all(self) -> CachedProgress:
        """All of the journal, as it is now."""
        state = CachedProgress(ProgressAccumulator(self._day_end))
        self.read_on(state)
        return state

    def read_on(self, state: CachedProgress) -> CachedProgress | None:
        """Bring `state` up to date; None when it does not fit the files any more."""
        self.unread = []
        try:
            files = {path.name: path for path in self._journal.files()}
        except FileNotFoundError:
            files = {}
        except OSError as error:
            self.unread.append(unreadable(self._journal.folder, error))
            return state
        if state.files.keys() - files.keys():
            return None
        self._warn(files, state)
        read = 0
        for name, path in files.items():
            known = state.files.get(name, JournalFileState())
            file = JournalFileState(known.position, [*known.faults], known.more)
            try:
                position = self._read_file(path, file, state.accumulator)
            except OSError as error:
                left_out = "What is new in it" if known.position.size else "What it records"
                self.unread.append(f"{unreadable(path, error)} {left_out} is left out.")
                continue
            if position is None:
                return None
            read += position.size - known.position.size
            file.position = position
            state.files[name] = file
        if read > max(_SMALLEST_CACHE, state.cache_size // _SHARE) or (read and state.accumulator.has_graded):
            self._save(state)
        return state

    def _warn(self, files: dict[str, Path], state: CachedProgress) -> None:
        new = -sum(file.position.size for file in state.files.values())
        for path in files.values():
            with contextlib.suppress(OSError):
                new += path.stat().st_size
        if new > _LONG:
            self._on_long_reading(new)

    def _read_file(self, path: Path, file: JournalFileState, accumulator: ProgressAccumulator) -> ReadPosition | None:
        def hear(number: int, line: bytes, is_whole: bool) -> None:
            try:
                accumulator.add(entry_of(line))
            except NotAnEntry as error:
                # Two processes that both end a torn line leave an empty one.
                if line.strip():
                    (file.note if is_whole else self.unread.append)(skipped(path, number, error, is_whole))

        return read_on(path, file.position, hear)

    def _save(self, state: CachedProgress) -> None:
        # What waits is not in the journal yet, and perhaps never will be.
        if self._cache is None or self._journal.waiting:
            return
        state.cache_size = save_cache(self._cache, state, self._journal.folder, self._day_end)
        state.accumulator.has_graded = False
