"""Proving the content: solutions pass, stubs do not, every mistake is told apart, every lesson runs as it says.

First everything is read (reading.py and the rules that it names), which is cheap and always done. Then what
holds so far is run (proof.py), unless that was done before and nothing changed (kept.py).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.judging.wrong_solutions import WrongSolutionCache
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import wrong_files
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.proof import Proof
from flaxdrills.verify.proof_cache import ProofCache
from flaxdrills.verify.rules.all_rules import read_through
from flaxdrills.verify.version_notes import VersionNotes

__all__ = ["Finding", "ProofCache", "VersionNotes", "steps", "verify"]


def _ignored(problem: Problem, findings: tuple[Finding, ...]) -> None:
    return


async def verify(
    catalogue: Catalogue,
    problems: Sequence[Problem],
    to_run: Sequence[Problem],
    workers: WorkerPool,
    mistakes: WrongSolutionCache,
    proofs: ProofCache,
    on_step: Callable[[str], None],
    on_problem: Callable[[Problem, tuple[Finding, ...]], None] = _ignored,
    at_once: int = 2,
    on_proven: Callable[[Problem, str], None] = lambda problem, lesson: None,
) -> tuple[Finding, ...]:
    """All that does not hold for `problems`, of which those in `to_run` are run; none when they are proven.

    `on_step` hears what was just looked at, once for each of `steps(to_run)`; `on_problem` hears what was found
    in each of `to_run`. What is proven, and what is no longer, is noted in `proofs`; `on_proven` hears of a
    problem that was proven, and the lesson that it was proven with.
    """
    drafts, read = read_through(catalogue, problems)
    running = {problem.id for problem in to_run}
    turns = asyncio.Semaphore(at_once)

    async def findings_in(problem: Problem) -> tuple[Finding, ...]:
        found = read[problem.id]
        if problem.id in running:
            # Taken before it is run: a file that is changed meanwhile is not proven by that run.
            digest = proofs.digest(problem)
            if found:
                for file in _files(problem):
                    on_step(file)
            else:
                found = await Proof(drafts[problem.id], workers, mistakes, on_step, turns).find()
            if not found:
                proofs.keep(problem, digest)
                on_proven(problem, drafts[problem.id].lesson)
            on_problem(problem, found)
        if found:
            proofs.forget(problem)
        return found

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(findings_in(problem)) for problem in problems]
    return tuple(finding for task in tasks for finding in task.result())


def steps(problems: Iterable[Problem]) -> int:
    """How many files of `problems` are run: lesson, solution, stub, and each wrong one."""
    return sum(len(_files(problem)) for problem in problems)


def _files(problem: Problem) -> tuple[str, ...]:
    names = ("lesson.md", "solution.py", "stub.py", *(path.name for path in wrong_files(problem).values()))
    return tuple(f"{problem.id}/{name}" for name in names)
