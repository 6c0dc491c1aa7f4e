"""Proving the content: solutions pass, stubs do not, every mistake is told apart, every lesson runs as it says."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from flaxdrills.catalogue import Catalogue, CatalogueError, read_texts, read_wrong, wrong_files
from flaxdrills.event import CheckKind, Event, Ran
from flaxdrills.lesson import Block, blocks_of, matches
from flaxdrills.problem import Problem
from flaxdrills.recognise import Look, Mistake, MistakeCache, recognised
from flaxdrills.report import Report, Verdict
from flaxdrills.study import judged
from flaxdrills.wire import Job, Task
from flaxdrills.workers import Workers

_FILES = ("problem.toml", "lesson.md", "task.md", "hints.md", "stub.py", "solution.py", "checks.py", "wrong")
_SECTIONS = ("## Why it matters", "## The API", "## A worked example", "## Pitfalls")
_FEWEST = {"hints": 3, "cases": 3, "wrong": 2}
_DETERMINED = (Verdict.FAILED, Verdict.ERROR)
"""What a shipped mistake may come to: the other verdicts depend on the machine."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold."""

    problem: str
    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.problem}/{self.file}: {self.reason}"


async def verify(
    catalogue: Catalogue,
    problems: Sequence[Problem],
    workers: Workers,
    mistakes: MistakeCache,
    on_step: Callable[[str], None],
    at_once: int = 2,
) -> tuple[Finding, ...]:
    """All that does not hold for `problems`; none when they are proven.

    `on_step` hears what was just looked at, once for each of `steps`.
    """
    turns = asyncio.Semaphore(at_once)
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(_Proof(catalogue, problem, workers, mistakes, on_step, turns).find())
            for problem in problems
        ]
    return tuple(finding for task in tasks for finding in task.result())


def steps(problems: Iterable[Problem]) -> int:
    """How many files of `problems` are run: lesson, solution, stub, and each wrong one."""
    return sum(3 + len(wrong_files(problem)) for problem in problems)


class _Proof:
    """The proof of one problem."""

    def __init__(
        self,
        catalogue: Catalogue,
        problem: Problem,
        workers: Workers,
        mistakes: MistakeCache,
        on_step: Callable[[str], None],
        turns: asyncio.Semaphore,
    ) -> None:
        self._catalogue = catalogue
        self._problem = problem
        self._workers = workers
        self._mistakes = mistakes
        self._on_step = on_step
        self._turns = turns
        self._findings: list[Finding] = []

    async def find(self) -> list[Finding]:
        wrong = wrong_files(self._problem)
        self._look_at_files()
        if self._findings:
            for file in ("lesson.md", "solution.py", "stub.py", *(f"wrong/{name}.py" for name in wrong)):
                self._on_step(f"{self._problem.id}/{file}")
            return self._findings
        async with asyncio.TaskGroup() as group:
            group.create_task(self._run_lesson())
            judged = group.create_task(self._judge(["solution.py", "stub.py", *(f"wrong/{name}.py" for name in wrong)]))
        solution, stub, *mistakes = judged.result()
        self._look_at_solution(solution)
        if stub.verdict in (Verdict.PASSED, Verdict.BROKEN):
            self._find("stub.py", f"it must run and not pass, and its verdict is {_told(stub)}")
        self._look_at_mistakes(solution, dict(zip(wrong, mistakes, strict=True)))
        return self._findings

    def _find(self, file: str, reason: str) -> None:
        self._findings.append(Finding(self._problem.id, file, reason))

    def _look_at_files(self) -> None:
        folder = self._problem.folder
        present = {path.name for path in folder.iterdir()} - {"__pycache__"}
        for name in sorted(set(_FILES) - present):
            self._find(name, "it is missing")
        for name in sorted(present - set(_FILES)):
            self._find(name, "nothing of this name belongs here")
        if self._findings:
            return
        try:
            texts = read_texts(self._problem)
            blocks = blocks_of(texts.lesson)
        except (CatalogueError, ValueError) as error:
            self._find("lesson.md", str(error))
            return
        self._look_for_todo()
        for section in _SECTIONS:
            if section not in texts.lesson:
                self._find("lesson.md", f"the section {section!r} is missing")
        if not blocks:
            self._find("lesson.md", "it has no Python block")
        if len(texts.hints) < _FEWEST["hints"]:
            self._find("hints.md", f"there are {len(texts.hints)} hints; {_FEWEST['hints']} are the least")
        if self._problem.function not in texts.task:
            self._find("task.md", f"it does not name the function {self._problem.function}")
        self._look_at_docstring("stub.py", (f"{self._problem.function}(",))
        wrong = wrong_files(self._problem)
        if len(wrong) < _FEWEST["wrong"]:
            self._find("wrong", f"there are {len(wrong)} wrong solutions; {_FEWEST['wrong']} are the least")
        for name in wrong:
            self._look_at_docstring(f"wrong/{name}.py", ())
        for path in sorted((folder / "wrong").glob("*")):
            if path.suffix != ".py" and path.name != "__pycache__":
                self._find(f"wrong/{path.name}", "nothing of this name belongs here")
        known = {problem.id for problem in self._catalogue}
        for other in (*self._problem.prerequisites, *filter(None, (self._problem.twin,))):
            if other not in known:
                self._find("problem.toml", f"it names {other!r}, and there is no such problem")
        for chain in _cycles(self._catalogue, self._problem):
            self._find("problem.toml", f"the prerequisites go in a circle: {' -> '.join(chain)}")

    def _look_at_docstring(self, file: str, wanted: tuple[str, ...]) -> None:
        try:
            docstring = ast.get_docstring(ast.parse((self._problem.folder / file).read_text("utf-8")))
        except (OSError, UnicodeDecodeError, SyntaxError) as error:
            self._find(file, f"it cannot be read: {error}")
            return
        if not docstring:
            self._find(file, "it has no docstring")
        for text in wanted:
            if text not in (docstring or ""):
                self._find(file, f"its docstring does not hold {text!r}: the task must be readable there")

    def _look_for_todo(self) -> None:
        """Find the places that `flaxdrills new` left to the author."""
        folder = self._problem.folder
        for path in (*(folder / name for name in _FILES if name != "wrong"), *wrong_files(self._problem).values()):
            for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
                if "TODO: " in line:
                    what = line.partition("TODO: ")[2].strip(' ".')
                    self._find(str(path.relative_to(folder)), f"line {number} is still to be written: {what}")
                    break

    async def _judge(self, files: Sequence[str]) -> list[Report]:
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

    async def _run(self, path: Path, text: str, task: Task, on_event: Callable[[Event], None]) -> Report:
        report = Report(self._problem.id)

        def hear(event: Event) -> None:
            nonlocal report
            report = report.after(event)
            on_event(event)

        async with self._turns:
            await self._workers.run(self._problem, Job(text, str(path)), hear, task, spare=False)
        self._on_step(f"{self._problem.id}/{path.name}")
        return report

    async def _run_lesson(self) -> None:
        path = self._problem.folder / "lesson.md"
        text = path.read_text("utf-8")
        outputs: dict[int, str] = {}

        def hear(event: Event) -> None:
            if isinstance(event, Ran):
                outputs[event.block] = event.output

        report = await self._run(path, text, Task.LESSON, hear)
        blocks = blocks_of(text)
        if len(outputs) < len(blocks):
            self._find("lesson.md", f"line {blocks[len(outputs)].line}: this block ended the run: {report.message}")
        for number, output in outputs.items():
            if reason := _disagreement(blocks[number], output):
                self._find("lesson.md", reason)

    def _look_at_solution(self, report: Report) -> None:
        if report.verdict is not Verdict.PASSED:
            self._find("solution.py", f"the reference must pass, and its verdict is {_told(report)}")
            return
        for note in report.notes:
            self._find("solution.py", f"the reference must not be warned of: {note}")
        cases = [check for check in report.checks if check.kind is CheckKind.CASE]
        if len(cases) < _FEWEST["cases"]:
            self._find("checks.py", f"there are {len(cases)} cases; {_FEWEST['cases']} are the least")

    def _look_at_mistakes(self, solution: Report, reports: Mapping[str, Report]) -> None:
        mistakes = tuple(
            Mistake(name, read_wrong(self._problem, name).diagnosis, Look.of(report))
            for name, report in reports.items()
        )
        for name, report in reports.items():
            if report.verdict not in _DETERMINED:
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


def _cycles(catalogue: Catalogue, problem: Problem) -> Iterable[tuple[str, ...]]:
    """The ways from `problem` back to itself along prerequisites."""
    known = {other.id: other for other in catalogue}
    paths: list[tuple[str, ...]] = [(problem.id,)]
    seen: set[str] = set()
    while paths:
        path = paths.pop()
        here = known.get(path[-1])
        for other in here.prerequisites if here else ():
            if other == problem.id:
                yield (*path, other)
            elif other not in seen:
                seen.add(other)
                paths.append((*path, other))
