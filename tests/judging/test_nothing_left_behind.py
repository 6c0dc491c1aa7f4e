"""Nothing that a solution started outlives its run."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
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


APP = """
import asyncio, sys
from pathlib import Path
from flaxdrills.judging.events import Started
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem_toml import load_problem
from flaxdrills.system.paths import Paths

home, folder, solution = map(Path, sys.argv[1:])

async def main():
    async with WorkerPool(Paths(home, home, home)) as workers:
        hear = lambda event: isinstance(event, Started) and print("started", flush=True)
        await workers.run(load_problem(folder, "first", 1), Job(solution.read_text(), "mine.py"), hear)

asyncio.run(main())
"""
"""What has a solution run that never ends, and says when."""


@pytest.mark.parametrize("victims", [("app",), ("app", "parent", "supervisor")])
async def test_what_was_killed_with_its_app_is_swept_by_the_next_one(
    victims: tuple[str, ...], locations: Paths, problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (temporary := tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr("flaxdrills.judging.worker_pool._SWEEP_AFTER_S", 0.0)
    arguments = (locations.cache, problem.folder, MISBEHAVING / "sleeps_for_ever.py")
    with subprocess.Popen(
        [sys.executable, "-c", APP, *map(str, arguments)],
        stdout=subprocess.PIPE,
        env=os.environ | {"TMPDIR": str(temporary)},
    ) as app:
        assert app.stdout is not None
        assert app.stdout.readline() == b"started\n"
        [parent] = psutil.Process(app.pid).children()
        ids = {"app": [app.pid], "parent": [parent.pid], "supervisor": [one.pid for one in parent.children()]}
        below = {parent.pid, *(one.pid for one in parent.children(recursive=True))}
        [folder] = temporary.iterdir()
        async with WorkerPool(locations):
            # Time enough for a sweep: it is in use.
            await asyncio.sleep(0.3)
        assert list(folder.iterdir())
        for pid in (pid for victim in victims for pid in ids[victim]):
            os.kill(pid, signal.SIGKILL)
    assert await all_gone(lambda process: process.pid in below)
    # A parent that lives tidies up when its app is gone.
    assert folder.exists() == ("parent" in victims)
    async with WorkerPool(locations), asyncio.timeout(20):
        while folder.exists():
            await asyncio.sleep(0.02)
    assert list(temporary.iterdir()) == []
