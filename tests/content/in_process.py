"""Judging in the test's own process: no fence and no limits, and what a worker takes a second for takes a tenth."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import jax

from flaxdrills.judging.events import Event
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.problems.problem import Problem
from flaxdrills.worker.expect import Run
from flaxdrills.worker.run.judge_solution import judge, run_reference
from flaxdrills.worker.run.problem_checks import ProblemChecks, read_problem_checks
from flaxdrills.worker.run.restore_interpreter import InterpreterState
from flaxdrills.worker.supervise.run_state import RunState

jax.config.update("jax_platforms", "cpu")

_AS_IT_IS = InterpreterState(lambda: None, lambda: None)


class Judge:
    """What a problem's solutions are judged with, on its first cases."""

    def __init__(self, problem: Problem, cases: int) -> None:
        read = read_problem_checks(problem.folder, problem.function, problem.not_demanded)
        self.problem = problem
        self._expected: list[Mapping[str, Any]] = []
        self.checks: ProblemChecks = run_reference(replace(read, cases=read.cases[:cases]), self._expected.append)

    def reference_run(self) -> Run:
        """What the reference does on the first case."""
        return self.checks.run(self.checks.reference, self.checks.cases[0])

    def report(self, source: str) -> Report:
        """What a learner would see of that file."""
        report, state = Report(self.problem.id, expected_checks=self.checks.names), RunState(is_ours=True)
        for message in self._expected:
            state.take(dict(message))

        def tell(event: Event) -> None:
            nonlocal report
            report = report.after(event)

        def say(message: dict[str, Any]) -> None:
            if (event := state.take(message)) is not None:
                tell(event)

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            judge(self.checks, self.problem.function, Job(source, "/solution.py"), before=_AS_IT_IS, say=say, tell=tell)
        return report
