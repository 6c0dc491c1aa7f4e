"""Nothing that a solution started outlives its run."""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from flaxdrills.judging.events import Event, Started
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Problem
from flaxdrills.system.paths import Paths
from tests.judging.real_runs import MISBEHAVING, all_gone, judged, processes, with_own_sleep

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

NAPS = {"leaves_children_behind": "4242", "leaves_a_daemon_behind": "4243", "becomes_a_subreaper": "4246"}
"""What leaves a process behind, and how long that sleeps."""


async def test_nothing_is_left_of_a_fork_bomb(workers: WorkerPool, problem: Problem) -> None:
    source, ours = with_own_sleep((MISBEHAVING / "fork_bomb.py").read_text(), "sleep(1000)")
    report = await judged(workers, problem, source)
    assert report.verdict is Verdict.CRASHED
    assert not processes(ours)


@pytest.mark.parametrize("name", NAPS)
async def test_nothing_that_a_solution_started_outlives_it(workers: WorkerPool, problem: Problem, name: str) -> None:
    source, ours = with_own_sleep((MISBEHAVING / f"{name}.py").read_text(), NAPS[name])
    report = await judged(workers, problem, source)
    assert report.verdict is Verdict.PASSED
    assert not processes(ours)


async def test_a_cancelled_run_leaves_no_process(workers: WorkerPool, problem: Problem) -> None:
    began = asyncio.Event()

    def hear(event: Event) -> None:
        if isinstance(event, Started):
            began.set()

    slow = replace(problem, limits=replace(problem.limits, run_s=600.0))
    source = (MISBEHAVING / "leaves_a_daemon_behind.py").read_text() + "\n\nwhile True:\n    pass\n"
    source, ours = with_own_sleep(source, NAPS["leaves_a_daemon_behind"])
    run = asyncio.create_task(workers.run(slow, Job(source, "mine.py"), hear))
    await asyncio.wait_for(began.wait(), 60)
    async with asyncio.timeout(60):
        while not processes(ours):
            await asyncio.sleep(0.02)
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    assert await all_gone(ours)


async def test_the_death_of_the_parent_takes_everything_with_it(locations: Paths, problem: Problem) -> None:
    async with WorkerPool(locations) as workers:
        began = asyncio.Event()

        def hear(event: Event) -> None:
            if isinstance(event, Started):
                began.set()

        source = (MISBEHAVING / "sleeps_for_ever.py").read_text().replace("10_000", "4244")
        run = asyncio.create_task(workers.run(problem, Job(source, "mine.py"), hear))
        await asyncio.wait_for(began.wait(), 60)
        parents = [child for child in psutil.Process().children() if "flaxdrills.worker" in " ".join(child.cmdline())]
        newest = max(parents, key=lambda parent: parent.create_time())
        below = {process.pid for process in newest.children(recursive=True)}
        os.kill(newest.pid, signal.SIGKILL)
        assert len(below) >= 2
        assert await all_gone(lambda process: process.pid in below)
        # By now it is begun again.
        run.cancel()
        await asyncio.gather(run, return_exceptions=True)


async def test_no_temporary_folder_stays_though_its_process_was_killed(
    locations: Paths, problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (temporary := tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    others = set(psutil.Process().children())
    async with WorkerPool(locations) as workers:

        def hear(event: Event) -> None:
            if isinstance(event, Started):
                (parent,) = set(psutil.Process().children()) - others
                assert list(temporary.glob("*/*"))
                for referee in parent.children():
                    referee.kill()

        source = (MISBEHAVING / "sleeps_for_ever.py").read_text()
        await workers.run(problem, Job(source, "mine.py"), hear)
    assert list(temporary.iterdir()) == []
