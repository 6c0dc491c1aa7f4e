"""Running a job, and folding all that is said of it into one value that grows: a report, or the run of a code block."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Protocol, Self, TypeVar

from flaxdrills.judging.events import Event
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.report import Report
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Problem


class FoldsEvents(Protocol):
    """A value that each event makes another one of."""

    def after(self, event: Event) -> Self:
        """The value with one more event folded in."""


T = TypeVar("T", bound=FoldsEvents)


async def run_to_end(
    workers: WorkerPool,
    problem: Problem,
    job: Job,
    start: T,
    task: Task = Task.JUDGE,
    on_change: Callable[[T], None] = lambda _: None,
    *,
    spare: bool = False,
) -> T:
    """What `start` has become when the run of `job` is over; `on_change` hears each value on the way.

    Cancelling ends the run.
    """
    value = start

    def hear(event: Event) -> None:
        nonlocal value
        value = value.after(event)
        on_change(value)

    await workers.run(problem, job, hear, task, spare=spare)
    return value


async def follow_run(
    workers: WorkerPool, problem: Problem, job: Job, start: T, *, spare: bool
) -> AsyncGenerator[T, None]:
    """The same, value by value; those that come while one is being dealt with wait.

    Use it with `aclosing`: closing it ends the run.
    """
    values = asyncio.Queue[T | None]()
    run = asyncio.create_task(run_to_end(workers, problem, job, start, on_change=values.put_nowait, spare=spare))
    run.add_done_callback(lambda _: values.put_nowait(None))
    try:
        while (value := await values.get()) is not None:
            yield value
        run.result()
    finally:
        run.cancel()
        await asyncio.gather(run, return_exceptions=True)


async def report_series(
    workers: WorkerPool, problem: Problem, jobs: Sequence[Job], on_report: Callable[[Report], None] = lambda _: None
) -> list[Report]:
    """The reports on `jobs`, which come with `problem`, judged one after the other in one process.

    `on_report` hears each when its verdict is known.
    """
    reports = [Report(problem.id) for _ in jobs]

    def hear(number: int, event: Event) -> None:
        reports[number] = reports[number].after(event)
        if reports[number].verdict is not None:
            on_report(reports[number])

    await workers.run_series(problem, jobs, hear)
    return reports
