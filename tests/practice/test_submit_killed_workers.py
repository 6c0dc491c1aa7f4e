"""Saves while processes of the app are ended from outside, at random moments: none is lost.

What is killed: the parent of the workers, the process that watches a solution, and the one that runs it.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
import time
from pathlib import Path

import psutil
import pytest

from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.open_session import open_session
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.system.paths import content_folder
from flaxdrills.system.settings import Settings
from tests.conftest import paths_at

pytestmark = pytest.mark.worker

SAVES = 30
LIMIT_S = 200.0
SIGNALS = (signal.SIGKILL, signal.SIGTERM)


async def test_no_save_is_lost_and_none_is_called_broken(tmp_path: Path, compiled: Path) -> None:
    problem = load_catalogue(content_folder()).problem("nnx-surgery-replace")
    right = (problem.folder / "solution.py").read_text()
    draw = random.Random(11)
    reports: list[Report] = []
    began = time.monotonic()
    locations = paths_at(tmp_path, compiled)
    async with WorkerPool(locations) as workers:
        session = open_session(locations, load_catalogue(content_folder()), workers, Settings())
        file = session.path(problem)
        for number in range(SAVES):
            file.write_text(f"{right}\n# {number}\n")
            workers.prepare(problem)
            killing = asyncio.create_task(_kill_one(draw, draw.uniform(0, 0.5)))
            reports.append(await session.submitter.submit(problem, lambda _: None))
            await killing
            assert time.monotonic() - began < LIMIT_S
        attempts = session.overview().attempts
    assert {report.verdict for report in reports} == {Verdict.PASSED}, [report.message for report in reports]
    assert attempts == SAVES


async def _kill_one(draw: random.Random, delay: float) -> None:
    """After `delay` seconds, end one of the processes that are there then."""
    await asyncio.sleep(delay)
    below = psutil.Process().children(recursive=True)
    if below:
        with contextlib.suppress(psutil.NoSuchProcess):
            draw.choice(below).send_signal(draw.choice(SIGNALS))
