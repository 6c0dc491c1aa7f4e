"""What comes of the wrong solutions that ship with a problem: as it shipped where that fits, else judged here, once."""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import asdict
from pathlib import Path

from flaxdrills.judging.file_facts import facts_in
from flaxdrills.judging.follow_run import report_series
from flaxdrills.judging.mistake_recognition import KnownMistake, MistakeSignature
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.shipped_mistakes import ship_mistakes, shipped_mistakes
from flaxdrills.judging.typed_json import from_json
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import read_wrong, wrong_files
from flaxdrills.system.atomic_files import make_private, replace_file
from flaxdrills.system.cache_key import problem_key
from flaxdrills.system.data_files import read_json

_KEY_LENGTH = 16


class KnownMistakes:
    """The known mistakes of each problem: from the cache, else judged now, each problem once."""

    def __init__(self, workers: WorkerPool, cache: KnownMistakesCache) -> None:
        self._workers = workers
        self._cache = cache
        self._locks: dict[str, asyncio.Lock] = {}

    def cached(self, problem: Problem, device: str) -> tuple[KnownMistake, ...]:
        """Those of `problem` on `device` (what a worker's Ready said), if they were judged before; else none."""
        return self._cache.load(problem, device) or ()

    async def of(self, problem: Problem, device: str) -> tuple[KnownMistake, ...]:
        """Those of `problem` on `device`; none where one could not be judged now. Raises CatalogueError."""
        async with self._locks.setdefault(problem.id, asyncio.Lock()):
            known = self._cache.load(problem, device)
            return known if known is not None else await self._judge(problem, device)

    async def _judge(self, problem: Problem, device: str) -> tuple[KnownMistake, ...]:
        wrongs = [read_wrong(problem, name) for name in wrong_files(problem)]
        jobs = [Job(wrong.source, str(wrong.path)) for wrong in wrongs]
        reports = await report_series(self._workers, problem, jobs)
        if not all(report.is_mistaken for report in reports):
            return ()
        known = tuple(
            KnownMistake(wrong.name, wrong.diagnosis, facts_in(wrong.source), MistakeSignature.of(report))
            for wrong, report in zip(wrongs, reports, strict=True)
        )
        self._cache.save(problem, device, known)
        return known


class KnownMistakesCache:
    """The known mistakes of each problem on this machine, kept from run to run; at first those that shipped."""

    def __init__(self, folder: Path, *, ships: bool = False) -> None:
        self._folder = folder
        self._ships = ships
        """Whether what is saved is to ship with the content as well."""
        self._read: dict[str, tuple[KnownMistake, ...]] = {}

    def load(self, problem: Problem, device: str) -> tuple[KnownMistake, ...] | None:
        """The mistakes of `problem`, or None when they were not judged with these files and versions."""
        key = _key(problem, device)
        if key not in self._read:
            try:
                rows = read_json(self._path(problem, key))
                self._read[key] = from_json(tuple[KnownMistake, ...], rows)
            except (OSError, ValueError, TypeError, AttributeError, KeyError):
                shipped = shipped_mistakes(problem, device)
                if shipped is None:
                    return None
                self._read[key] = shipped
        return self._read[key]

    def save(self, problem: Problem, device: str, mistakes: tuple[KnownMistake, ...]) -> None:
        """Keep `mistakes`. A cache that cannot be written costs time and nothing else, so OSError is let go."""
        key = _key(problem, device)
        self._read[key] = mistakes
        with contextlib.suppress(OSError):
            make_private(self._folder)
            for old in self._folder.glob(f"{problem.id}-{'[0-9a-f]' * _KEY_LENGTH}.json"):
                old.unlink()
            rows = [asdict(mistake) for mistake in mistakes]
            replace_file(self._path(problem, key), json.dumps(rows).encode(), sync=False)
        if self._ships:
            with contextlib.suppress(OSError):
                ship_mistakes(problem, device, mistakes)

    def _path(self, problem: Problem, key: str) -> Path:
        return self._folder / f"{problem.id}-{key}.json"


def _key(problem: Problem, device: str) -> str:
    """A name for everything that the verdict and the signature of a shipped file depend on."""
    return problem_key(problem.folder, device)[:_KEY_LENGTH]
