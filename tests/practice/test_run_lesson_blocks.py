"""Running the blocks of a lesson, and copies of them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from flaxdrills.judging.events import Done, Event, Killed, Limit, Preparing, Printed, Raised, Ready, Started
from flaxdrills.judging.lesson_block_run import BlockRun
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.worker_connection import OnEvent
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.lesson_block_copies import LessonBlockCopies
from flaxdrills.practice.lesson_output_cache import LessonOutputCache
from flaxdrills.practice.run_lesson_blocks import LessonBlockRunner
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.catalogue import Catalogue, load_catalogue
from flaxdrills.problems.lesson import Block
from flaxdrills.problems.problem import Problem
from flaxdrills.system.paths import Paths

READY = Ready("cpu", (("flax", "0.12.8"), ("jax", "0.10.2"), ("optax", "1")), (), 0.1)
BLOCK = Block(3, "print(1)\n", "1")


def run_of(*events: Event, block: Block = BLOCK) -> BlockRun:
    run = BlockRun(block)
    for event in events:
        run = run.after(event)
    return run


@pytest.mark.parametrize(
    ("said", "printed", "agrees"),
    [("1", "1\n", True), ("1", "2\n", False), (None, "", True), (None, "1\n", False), ("a ... c", "a b\nb c", True)],
)
def test_a_run_agrees_where_verify_would(said: str | None, printed: str, agrees: bool) -> None:
    run = run_of(READY, Started(), Printed(printed, False), Done(0.1), block=Block(1, "", said))
    assert run.is_over and run.agrees is agrees and run.fault == ""


def test_a_run_that_is_not_over_or_was_ended_neither_agrees_nor_disagrees() -> None:
    assert run_of(Preparing("starting")).agrees is None
    ended = run_of(READY, Started(), Printed("1\n", False), Killed(Limit.TIME, "Too long."))
    assert (ended.is_over, ended.agrees, ended.fault, ended.output) == (True, None, "Too long.", "1\n")


def test_an_output_that_was_cut_does_not_agree() -> None:
    run = run_of(Printed("1\n[... 9 bytes left out ...]", True), Done(0.1), block=Block(1, "", "..."))
    assert run.agrees is False


def test_a_run_says_where_it_ran() -> None:
    assert run_of(READY).versions_text == "cpu, flax 0.12.8, jax 0.10.2"


class ReplayingWorkers:
    """WorkerPool that print what they are told to, and keep what they were given."""

    def __init__(self, printed: str) -> None:
        self.printed = printed
        self.given: list[tuple[Job, Task, bool]] = []

    async def run(
        self, problem: Problem, job: Job, on_event: OnEvent, task: Task = Task.JUDGE, *, spare: bool = True
    ) -> None:
        self.given.append((job, task, spare))
        for event in (READY, Started(), Printed(self.printed, False), Done(0.1)):
            on_event(event)


def lessons_of(workers: ReplayingWorkers, home: Path) -> LessonBlockRunner:
    return LessonBlockRunner(
        cast(WorkerPool, workers), LessonBlockCopies(home / "scratch"), LessonOutputCache(home / "found")
    )


@pytest.fixture
def problem(tiny_content: Path) -> Problem:
    return load_catalogue(tiny_content).problem("sum-up")


async def test_a_block_is_run_after_those_before_it_and_the_spare_is_left_alone(
    problem: Problem, tmp_path: Path
) -> None:
    workers = ReplayingWorkers("2\n")
    heard: list[BlockRun] = []
    run = await lessons_of(workers, tmp_path).run(problem, 1, heard.append)
    [(job, task, spare)] = workers.given
    assert (job.source, job.filename, task, spare) == ("print(1 + 1)\n", "<block 2>", Task.BLOCK, False)
    assert job.before == ("import jax.numpy as jnp\nprint(jnp.ones(3).sum())\n",)
    assert run.agrees and heard[-1] == run and len(heard) == 4


async def test_what_was_found_is_kept_until_the_problem_changes(problem: Problem, tmp_path: Path) -> None:
    lessons = lessons_of(ReplayingWorkers("2\n"), tmp_path)
    assert lessons.agreement(problem) == {}
    for number in (0, 1):
        await lessons.run(problem, number, lambda _: None)
    assert LessonOutputCache(tmp_path / "found").load(problem) == {0: False, 1: True}
    (tmp_path / "found" / f"{problem.id}.json").write_text('{"digest": "other", "blocks": {"0": true}}')
    assert lessons.agreement(problem) == {}


async def test_a_copy_is_the_learners_and_nothing_is_found_by_it(problem: Problem, tmp_path: Path) -> None:
    workers = ReplayingWorkers("7\n")
    lessons = lessons_of(workers, tmp_path)
    path = lessons.copy(problem, 1)
    assert path.read_text().endswith("\n\nprint(1 + 1)\n")
    path.write_text("print(7)\n")
    assert lessons.copy(problem, 1) == path and path.read_text() == "print(7)\n"
    run = await lessons.run_copy(problem, 1, lambda _: None)
    [(job, task, spare)] = workers.given
    assert (job.source, job.filename, task, spare) == ("print(7)\n", str(path), Task.COPY, False)
    assert len(job.before) == 1 and run.is_copy and lessons.agreement(problem) == {}


def test_an_empty_copy_is_made_anew_and_one_that_is_gone_is_said(problem: Problem, tmp_path: Path) -> None:
    scratch = LessonBlockCopies(tmp_path / "scratch")
    path = scratch.open(problem, 0, "a\n")
    path.write_text("")
    assert "# Block 1 of" in scratch.open(problem, 0, "b\n").read_text() and path.read_text().endswith("b\n")
    path.unlink()
    with pytest.raises(SolutionFileError, match="There is no file"):
        scratch.read(problem, 0)


SPOILT = """import os, sys
print("[b]\\x1b[2J")
print("aside", file=sys.stderr)
{last}
"""


@pytest.mark.worker
def test_real_blocks_print_what_the_lesson_says_and_copies_what_they_do(catalogue: Catalogue, tmp_path: Path) -> None:
    problem = catalogue.problem("nnx-mutability")
    locations = Paths(tmp_path / "config", tmp_path / "data", tmp_path / "cache")

    async def play() -> Sequence[BlockRun]:
        async with WorkerPool(locations) as workers:
            lessons = LessonBlockRunner(
                workers, LessonBlockCopies(tmp_path / "scratch"), LessonOutputCache(tmp_path / "found")
            )
            runs = [await lessons.run(problem, number, lambda _: None) for number in (1, 0, 4)]
            kept = sorted(path.name for path in locations.compile_cache.iterdir())
            for last in ("model()", "jax.jit(lambda x: x * 77)(3.0)", "os._exit(3)"):
                lessons.copy(problem, 2).write_text(SPOILT.format(last=last))
                runs.append(await lessons.run_copy(problem, 2, lambda _: None))
            assert sorted(path.name for path in locations.compile_cache.iterdir()) == kept
            return runs

    runs = asyncio.run(play())
    assert [run.agrees for run in runs] == [True, True, True, False, False, None]
    assert runs[1].error is not None and runs[1].error.type == "NotImplementedError"
    assert runs[3].output == "[b]\\x1b[2J\naside\nNameError: name 'model' is not defined\n"
    assert isinstance(runs[3].error, Raised) and [frame.line for frame in runs[3].error.frames] == [4]
    assert runs[4].output == "[b]\\x1b[2J\naside\n"
    assert runs[5].fault == "Your program's process ended before it was done: exit status 3."
