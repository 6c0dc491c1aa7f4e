"""A run whose control group came to its limit of memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.run_limits import PROCESSES, THREADS
from flaxdrills.system.paths import Paths
from tests.judging.real_runs import MISBEHAVING, judged

pytestmark = [pytest.mark.worker, pytest.mark.asyncio(loop_scope="module")]

SHIM = """
import pathlib

from flaxdrills.sandbox import cgroups

folder = pathlib.Path(__file__).parent / "groups"
limit = cgroups.RunGroup.limit


def limit_and_kill(group, memory_bytes, tasks):
    limit(group, memory_bytes, tasks)
    (group._folder / "memory.events").write_text("max 9\\noom 1\\noom_kill 1\\noom_group_kill 1\\n")


cgroups.group_folder = lambda: folder
cgroups.RunGroup.limit = limit_and_kill
"""
"""Workers have a folder that looks like a hierarchy of groups, in which the kernel ended each run."""


async def test_a_run_that_the_kernel_ended_for_its_memory_is_said_to_have_used_too_much(
    locations: Paths, problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(SHIM)
    (tmp_path / "groups").mkdir()
    others = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *others.split(os.pathsep)]))
    async with WorkerPool(locations) as workers:
        report = await judged(workers, problem, (MISBEHAVING / "kills_itself.py").read_text())
    assert report.verdict is Verdict.MEMORY
    assert report.message == "It used more than the 4,096 MiB of memory that it may, and was ended."
    (group,) = (tmp_path / "groups").iterdir()
    told = {file.name: file.read_text() for file in group.iterdir()}
    assert told["memory.max"] == str(4096 * 2**20)
    assert told["pids.max"] == str(PROCESSES + THREADS)
    assert told["cgroup.procs"].isdecimal()
