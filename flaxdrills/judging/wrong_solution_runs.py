"""Finding out what the mistakes that ship with a problem look like on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from flaxdrills.judging.events import Event
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.judging.wrong_solutions import Mistake, MistakeSignature, WrongSolutionCache
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import read_wrong, wrong_files


class WrongSolutionRuns:
    """What the shipped mistakes look like: from the cache, else judged now, each problem once."""

    def __init__(self, workers: WorkerPool, mistakes: WrongSolutionCache) -> None:
        self._workers = workers
        self._mistakes = mistakes
        self._at_it: dict[str, asyncio.Lock] = {}

    def remembered(self, problem: Problem, device: str) -> tuple[Mistake, ...]:
        """The mistakes of `problem` on `device` (what a worker's Ready said), where they were studied; else none."""
        return self._mistakes.load(problem, device) or ()

    async def mistakes(self, problem: Problem, device: str) -> tuple[Mistake, ...]:
        """The mistakes of `problem` on `device`; none where one could not be judged now. Raises CatalogueError."""
        async with self._at_it.setdefault(problem.id, asyncio.Lock()):
            known = self._mistakes.load(problem, device)
            return known if known is not None else await self._judge(problem, device)

    async def _judge(self, problem: Problem, device: str) -> tuple[Mistake, ...]:
        wrongs = [read_wrong(problem, name) for name in wrong_files(problem)]
        reports = await judged(self._workers, problem, [Job(wrong.source, str(wrong.path)) for wrong in wrongs])
        if not all(report.is_mistaken for report in reports):
            return ()
        mistakes = tuple(
            Mistake(wrong.name, wrong.diagnosis, MistakeSignature.of(report))
            for wrong, report in zip(wrongs, reports, strict=True)
        )
        self._mistakes.save(problem, device, mistakes)
        return mistakes


async def judged(
    workers: WorkerPool, problem: Problem, jobs: Sequence[Job], on_report: Callable[[Report], None] = lambda _: None
) -> list[Report]:
    """The reports on `jobs`, which come with `problem`, judged one after the other.

    `on_report` hears each when its verdict is known.
    """
    reports = [Report(problem.id) for _ in jobs]

    def hear(number: int, event: Event) -> None:
        reports[number] = reports[number].after(event)
        if reports[number].verdict is not None:
            on_report(reports[number])

    await workers.run_series(problem, jobs, hear)
    return reports
