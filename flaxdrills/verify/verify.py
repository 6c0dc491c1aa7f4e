"""Proving the content: solutions pass, stubs do not, every mistake is told apart, every lesson runs as it says.

First everything is read (`rules/`), which is cheap and always done. Then what holds so far is run (`proof.py`), unless
that was done before and nothing changed (`proof_cache.py`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from flaxdrills.judging.known_mistakes import KnownMistakesCache
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import wrong_files
from flaxdrills.system.cache_key import files_key
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.proof import prove
from flaxdrills.verify.proof_cache import ProofCache
from flaxdrills.verify.proof_runs import ProofRuns
from flaxdrills.verify.rules.all_rules import apply_rules
from flaxdrills.verify.version_notes import VersionNotes

__all__ = ["Finding", "ProofCache", "VersionNotes", "steps", "verify"]

OnProblem = Callable[[Problem, tuple[Finding, ...]], None]
OnProven = Callable[[Problem, str, str], None]


async def verify(
    catalogue: Catalogue,
    problems: Sequence[Problem],
    to_run: Sequence[Problem],
    workers: WorkerPool,
    mistakes: KnownMistakesCache,
    proofs: ProofCache,
    on_step: Callable[[str], None],
    on_problem: OnProblem = lambda problem, findings: None,
    at_once: int = 2,
    on_proven: OnProven = lambda problem, lesson, files: None,
) -> tuple[Finding, ...]:
    """All that does not hold for `problems`, of which those in `to_run` are run; none when they are proven.

    `on_step` hears what was just looked at, once for each of `steps(to_run)`; `on_problem` hears what was found
    in each of `to_run`. What is proven, and what is no longer, is noted in `proofs`; `on_proven` hears of a
    problem that was proven, the lesson that it was proven with, and the digest of its files.
    """
    texts, read = apply_rules(catalogue, problems)
    runs = ProofRuns(workers, asyncio.Semaphore(at_once), on_step)
    verifier = _Verifier(texts, runs, mistakes, proofs, on_problem, on_proven)
    running = {problem.id for problem in to_run}
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(verifier.findings_in(problem, read[problem.id], is_run=problem.id in running))
            for problem in problems
        ]
    return tuple(finding for task in tasks for finding in task.result())


@dataclass(frozen=True, slots=True)
class _Verifier:
    texts: Mapping[str, ProblemTexts]
    runs: ProofRuns
    mistakes: KnownMistakesCache
    proofs: ProofCache
    on_problem: OnProblem
    on_proven: OnProven

    async def findings_in(self, problem: Problem, read: tuple[Finding, ...], *, is_run: bool) -> tuple[Finding, ...]:
        """What was found by reading, `read`, or where that is nothing, by running it if it `is_run`."""
        found = read
        if is_run:
            # Taken before it is run: a file that is changed meanwhile is not proven by that run.
            digest, files = self.proofs.digest(problem), files_key(problem.folder)
            if found:
                for file in _files(problem):
                    self.runs.on_step(file)
            else:
                found = await prove(self.texts[problem.id], self.runs, self.mistakes)
            if not found:
                self.proofs.keep(problem, digest)
                self.on_proven(problem, self.texts[problem.id].lesson, files)
            self.on_problem(problem, found)
        if found:
            self.proofs.forget(problem)
        return found


def steps(problems: Iterable[Problem]) -> int:
    """How many files of `problems` are run: lesson, solution, stub, and each wrong one."""
    return sum(len(_files(problem)) for problem in problems)


def _files(problem: Problem) -> tuple[str, ...]:
    names = ("lesson.md", "solution.py", "stub.py", *(path.name for path in wrong_files(problem).values()))
    return tuple(f"{problem.id}/{name}" for name in names)
