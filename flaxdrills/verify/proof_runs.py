"""Running the files of problems for their proofs, so many at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from flaxdrills.judging.follow_run import T, report_series, run_to_end
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.report import Report
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class ProofRuns:
    """The workers that prove, and who hears of it."""

    workers: WorkerPool
    turns: asyncio.Semaphore
    """One for each process that may run at the same time."""
    on_step: Callable[[str], None]
    """Hears of each file that was run, such as "nnx-dropout/stub.py"."""

    async def judge(self, problem: Problem, *files: str) -> list[Report]:
        """The reports on `files` of the problem's folder."""
        paths = [problem.folder / file for file in files]
        jobs = [Job(path.read_text("utf-8"), str(path)) for path in paths]
        names = iter(paths)
        async with self.turns:
            return await report_series(
                self.workers, problem, jobs, lambda _: self.on_step(f"{problem.id}/{next(names).name}")
            )

    async def run(self, problem: Problem, job: Job, start: T, task: Task = Task.JUDGE) -> T:
        """What `start` has become when `job` was run."""
        async with self.turns:
            return await run_to_end(self.workers, problem, job, start, task)
