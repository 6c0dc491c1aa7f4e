"""Runs by real workers, and the processes that they may leave behind."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from flaxdrills.judging.follow_run import run_to_end
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.run_limits import Limits

MISBEHAVING = Path(__file__).parents[1] / "misbehaving"

# Limits that a test can wait for, where they are what ends the run.
LIMITS = {
    Verdict.TIMEOUT: Limits(run_s=2.0),
    Verdict.MEMORY: Limits(run_s=60.0, memory_mib=700),
}


async def judged(workers: WorkerPool, problem: Problem, source: str, filename: str = "mine.py") -> Report:
    return await run_to_end(workers, problem, Job(source, filename), Report(problem.id), spare=True)


def with_own_sleep(source: str, nap: str) -> tuple[str, Callable[[psutil.Process], bool]]:
    """`source` with a nap of its own in place of `nap`, and what tells its processes from those of other tests."""
    assert nap in source
    number = str(random.randrange(10**8, 10**9))
    own = nap.replace("1000", number) if "1000" in nap else number
    return source.replace(nap, own), lambda process: any(number in argument for argument in process.cmdline())


def processes(wanted: Callable[[psutil.Process], bool]) -> list[psutil.Process]:
    """Processes of this machine that are `wanted`, zombies aside."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.status() != psutil.STATUS_ZOMBIE and process.cmdline() and wanted(process):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, IndexError):
            continue
    return found


async def all_gone(wanted: Callable[[psutil.Process], bool], limit_s: float = 60.0) -> bool:
    end = time.monotonic() + limit_s
    while processes(wanted):
        if time.monotonic() > end:
            return False
        await asyncio.sleep(0.05)
    return True
