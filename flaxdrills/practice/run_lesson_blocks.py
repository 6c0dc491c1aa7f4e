"""Running the code blocks of lessons on this machine, and copies of them that the learner changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from flaxdrills.judging.follow_run import run_to_end
from flaxdrills.judging.lesson_block_run import BlockRun
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.practice.lesson_block_copies import LessonBlockCopies
from flaxdrills.practice.lesson_output_cache import LessonOutputCache
from flaxdrills.problems.lesson import Block, blocks_of
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError, read_file
from flaxdrills.problems.proven_versions import Versions, proven_with

OnRun = Callable[[BlockRun], None]


class LessonBlockRunner:
    """A fresh worker for each run: it goes through the blocks before, and then tells of the one that is wanted.

    The worker is forked when it is asked for, which takes 0.1 s of computing; the spare that waits for the
    learner's solution is left to wait.
    """

    def __init__(self, workers: WorkerPool, copies: LessonBlockCopies, agreement: LessonOutputCache) -> None:
        self._workers = workers
        self._copies = copies
        self._agreement = agreement

    def blocks(self, problem: Problem) -> tuple[Block, ...]:
        """The blocks of the problem's lesson. Raises CatalogueError."""
        try:
            return blocks_of(read_file(problem, "lesson.md"))
        except ValueError as error:
            raise CatalogueError(f"{problem.folder / 'lesson.md'}: {error}") from error

    def agreement(self, problem: Problem) -> Mapping[int, bool]:
        """The blocks that were run here, from 0, and whether they printed what the lesson says."""
        return self._agreement.load(problem)

    def proven_with(self, problem: Problem) -> tuple[Versions, ...]:
        """The oldest and the newest versions with which the lesson was proven. Raises CatalogueError."""
        return proven_with(problem.folder, read_file(problem, "lesson.md"))

    async def run(self, problem: Problem, number: int, on_run: OnRun) -> BlockRun:
        """Run block `number`, from 0, and keep whether it agrees with the lesson. Raises CatalogueError.

        `on_run` hears how it goes, the end included. Cancelling ends it.
        """
        blocks = self.blocks(problem)
        job = Job(blocks[number].code, f"<block {number + 1}>", before=_codes(blocks, number))
        run = await run_to_end(self._workers, problem, job, BlockRun(blocks[number]), Task.BLOCK, on_run)
        if run.agrees is not None:
            self._agreement.keep(problem, number, run.agrees)
        return run

    async def run_copy(self, problem: Problem, number: int, on_run: OnRun) -> BlockRun:
        """Run the learner's copy of block `number` in its place. Raises CatalogueError and SolutionFileError."""
        blocks = self.blocks(problem)
        source = self._copies.read(problem, number)
        job = Job(source, str(self._copies.path(problem, number)), before=_codes(blocks, number))
        run = BlockRun(blocks[number], is_copy=True)
        return await run_to_end(self._workers, problem, job, run, Task.COPY, on_run)

    def copy(self, problem: Problem, number: int) -> Path:
        """The learner's copy of block `number`, made if there is none. Raises CatalogueError and SolutionFileError."""
        return self._copies.open(problem, number, self.blocks(problem)[number].code)


def _codes(blocks: tuple[Block, ...], number: int) -> tuple[str, ...]:
    return tuple(block.code for block in blocks[:number])
