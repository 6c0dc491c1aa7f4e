"""The proof of one problem by running it: the solution passes, the stub does not, every mistake is told apart."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from flaxdrills.judging.events import CheckKind, Event, Missing, Ran
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.judging.wrong_solution_runs import judged
from flaxdrills.judging.wrong_solutions import Mistake, MistakeSignature, WrongSolutionCache, recognised
from flaxdrills.problems.lesson import Block, blocks_of, matches
from flaxdrills.problems.problem_files import wrong_files
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.rules.library_names import names_used, not_there

_FEWEST_CASES = 3
_TRIES = 3
"""How often the reference may try to keep the limit that a learner has, if it took longer at first."""


def _unheard(event: Event) -> None:
    return


class Proof:
    """Runs every file of a problem, and compares what comes of them."""

    def __init__(
        self,
        draft: ProblemTexts,
        workers: WorkerPool,
        mistakes: WrongSolutionCache,
        on_step: Callable[[str], None],
        turns: asyncio.Semaphore,
    ) -> None:
        self._draft = draft
        self._problem = draft.problem
        self._workers = workers
        self._mistakes = mistakes
        self._on_step = on_step
        self._turns = turns
        self._findings: list[Finding] = []

    async def find(self) -> tuple[Finding, ...]:
        """What does not hold."""
        wrong = tuple(wrong_files(self._problem))
        async with asyncio.TaskGroup() as group:
            group.create_task(self._run_lesson())
            judging = group.create_task(self._judge("solution.py", "stub.py", *(f"wrong/{name}.py" for name in wrong)))
        solution, stub, *mistakes = judging.result()
        self._look_at_solution(solution)
        if solution.verdict is Verdict.PASSED:
            await self._look_at_time(solution)
        if stub.verdict in (Verdict.PASSED, Verdict.BROKEN):
            self._find("stub.py", f"it must run and not pass, and its verdict is {_told(stub)}")
        self._look_at_mistakes(solution, dict(zip(wrong, mistakes, strict=True)))
        return tuple(self._findings)

    def _find(self, file: str, reason: str) -> None:
        self._findings.append(self._draft.finding(file, reason))

    async def _judge(self, *files: str) -> list[Report]:
        paths = [self._problem.folder / file for file in files]
        jobs = [Job(path.read_text("utf-8"), str(path)) for path in paths]
        names = iter(paths)
        async with self._turns:
            return await judged(
                self._workers,
                self._problem,
                jobs,
                lambda _: self._on_step(f"{self._problem.id}/{next(names).name}"),
            )

    async def _run_lesson(self) -> None:
        text = self._draft.lesson
        outputs: dict[int, str] = {}
        missing: tuple[str, ...] = ()

        def hear(event: Event) -> None:
            nonlocal missing
            match event:
                case Ran(block, output):
                    outputs[block] = output
                case Missing(names):
                    missing = names
                case _:
                    return

        names = tuple(names_used(self._draft))
        job = Job(text, str(self._problem.folder / "lesson.md"), names=names)
        report = await self._run(job, Task.LESSON, hear)
        self._on_step(f"{self._problem.id}/lesson.md")
        self._findings += not_there(self._draft, missing)
        blocks = blocks_of(text)
        if len(outputs) < len(blocks):
            self._find("lesson.md", f"line {blocks[len(outputs)].line}: this block ended the run: {report.message}")
        for number, output in outputs.items():
            if reason := _disagreement(blocks[number], output):
                self._find("lesson.md", reason)

    async def _run(self, job: Job, task: Task, on_event: Callable[[Event], None] = _unheard) -> Report:
        report = Report(self._problem.id)

        def hear(event: Event) -> None:
            nonlocal report
            report = report.after(event)
            on_event(event)

        async with self._turns:
            await self._workers.run(self._problem, job, hear, task, spare=False)
        return report

    async def _look_at_time(self, report: Report) -> None:
        """That the reference keeps the limit which a learner has; what ships may take longer on a busy machine."""
        for _ in range(_TRIES):
            if report.verdict is Verdict.PASSED and report.run_s <= self._problem.limits.run_s:
                return
            path = self._problem.folder / "solution.py"
            report = await self._run(Job(self._draft.solution, str(path)), Task.JUDGE)
        if report.verdict is not Verdict.PASSED:
            self._find("solution.py", f"the reference must keep the limits, and its verdict is {_told(report)}")

    def _look_at_solution(self, report: Report) -> None:
        if report.verdict is not Verdict.PASSED:
            self._find("solution.py", f"the reference must pass, and its verdict is {_told(report)}")
            return
        for note in report.notes:
            self._find("solution.py", f"the reference must not be warned of: {note}")
        cases = [check for check in report.checks if check.kind is CheckKind.CASE]
        if len(cases) < _FEWEST_CASES:
            self._find("checks.py", f"there are {len(cases)} cases; {_FEWEST_CASES} are the least")

    def _look_at_mistakes(self, solution: Report, reports: Mapping[str, Report]) -> None:
        mistakes = tuple(
            Mistake(name, self._draft.diagnoses[name], MistakeSignature.of(report)) for name, report in reports.items()
        )
        for name, report in reports.items():
            if not report.is_mistaken:
                self._find(f"wrong/{name}.py", f"it must fail or raise, and its verdict is {_told(report)}")
                continue
            taken_for = recognised(report, mistakes)
            if taken_for is not None and taken_for.wrong != name:
                self._find(f"wrong/{name}.py", f"it looks just like wrong/{taken_for.wrong}.py, and gets its diagnosis")
        alone = {
            report.failed_checks[0].name
            for report in reports.values()
            if report.verdict is Verdict.FAILED and len(report.failed_checks) == 1
        }
        for check in solution.checks:
            if check.kind is CheckKind.MECHANISM and check.name not in alone:
                self._find("checks.py", f"no wrong solution needs the check {check.name!r}: none fails that one alone")
        if not self._findings and reports:
            device = next(iter(reports.values())).device
            self._mistakes.save(self._problem, device, mistakes)


def _disagreement(block: Block, output: str) -> str:
    if block.output is None:
        return f"line {block.line}: this block prints, and the lesson does not show it:\n{output}" if output else ""
    if matches(block.output, output):
        return ""
    return f"line {block.line}: this block prints\n{output.rstrip()}\nand the lesson says\n{block.output.rstrip()}"


def _told(report: Report) -> str:
    return f"{report.verdict} ({report.message})"
