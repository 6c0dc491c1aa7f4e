"""What may be kept for later workers, of every kind of task: what getting ready compiled, and what is ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.judging.events import Died, Event, Ready
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.sandbox.landlock import landlock_support
from flaxdrills.system.paths import Paths
from tests.judging.real_runs import MISBEHAVING

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

ATTACK = (MISBEHAVING / "plants_what_later_workers_load.py").read_text()
FENCED = {"written-cache"} if landlock_support().writing else set()


@pytest.mark.parametrize("task", Task)
async def test_what_a_learners_code_runs_in_keeps_nothing_that_it_compiled(
    task: Task, tiny_content: Path, tmp_path: Path
) -> None:
    problem = load_catalogue(tiny_content).problem("sum-up")
    paths = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache")
    source = (
        f"```python\n{ATTACK}```\n" if task is Task.LESSON else ATTACK + (problem.folder / "solution.py").read_text()
    )
    heard: list[Event] = []
    async with WorkerPool(paths) as workers:
        await run(workers, problem, Job(source, "mine.py"), task, heard)
    assert any(isinstance(event, Ready) for event in heard)
    kept = {path.name for path in paths.compile_cache.iterdir()}
    planted = {"put-cache", "said-cache"} | FENCED
    assert kept & planted == ({"put-cache", "said-cache"} if task.is_ours else set())
    # What the reference compiled is kept for the next worker.
    assert bool(kept - planted) == (task in (Task.JUDGE, Task.SERIES))
    if not task.is_ours:
        assert "makes no sense" in next(event.message for event in heard if isinstance(event, Died))


async def run(workers: WorkerPool, problem: Problem, job: Job, task: Task, heard: list[Event]) -> None:
    if task is Task.SERIES:
        await workers.run_series(problem, [job], lambda _, event: heard.append(event))
    else:
        await workers.run(problem, job, heard.append, task)
