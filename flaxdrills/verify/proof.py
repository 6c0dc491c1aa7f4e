"""The proof of one problem by running it: the solution passes, the stub does not, every mistake is told apart."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping

from flaxdrills.judging.derived_check import is_derived
from flaxdrills.judging.events import CheckKind
from flaxdrills.judging.file_facts import facts_in
from flaxdrills.judging.known_mistakes import KnownMistakesCache
from flaxdrills.judging.mistake_recognition import KnownMistake, MistakeSignature, recognise_mistake
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.text_report import lines_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.problems.problem_files import wrong_files
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.lesson_proof import prove_lesson
from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.proof_runs import ProofRuns
from flaxdrills.verify.tree_mode import prove_in_tree_mode, uses_nnx

_FEWEST_CASES = 3
_TRIES = 3
"""How often the reference may try to keep the limit that a learner has, if it took longer at first."""


async def prove(texts: ProblemTexts, runs: ProofRuns, mistakes: KnownMistakesCache) -> tuple[Finding, ...]:
    """What does not hold for a problem when its files are run; where all does, `mistakes` has its mistakes."""
    problem = texts.problem
    names = tuple(wrong_files(problem))
    files = ("solution.py", "stub.py", *(f"wrong/{name}.py" for name in names))
    async with asyncio.TaskGroup() as group:
        lesson = group.create_task(prove_lesson(texts, runs))
        in_tree_mode = group.create_task(prove_in_tree_mode(texts, runs)) if uses_nnx(texts) else None
        judging = group.create_task(runs.judge(problem, *files))
    solution, stub, *others = judging.result()
    findings = [*lesson.result(), *_about_solution(texts, solution)]
    if solution.verdict is Verdict.PASSED:
        findings += await _about_time(texts, runs, solution)
    if stub.verdict is Verdict.PASSED or not (stub.verdict and stub.verdict.is_about_solution):
        findings.append(texts.finding("stub.py", f"it must run and not pass, and its verdict is {_told(stub)}"))
    elif problem.stub_says not in (said := "\n".join(lines_of(stub))):
        reason = f"its report must say {problem.stub_says!r} (stub_says in problem.toml), and says\n{said}"
        findings.append(texts.finding("stub.py", reason))
    reports = dict(zip(names, others, strict=True))
    known = tuple(
        KnownMistake(name, texts.diagnoses[name], facts_in(texts.wrong[name]), MistakeSignature.of(report))
        for name, report in reports.items()
    )
    findings += (*_about_mistakes(texts, reports, known), *_about_checks(texts, solution, reports))
    if not findings and in_tree_mode is not None:
        findings += in_tree_mode.result()
    if not findings and others:
        mistakes.save(problem, others[0].device, known)
    return tuple(findings)


def _about_solution(texts: ProblemTexts, report: Report) -> Iterator[Finding]:
    if report.verdict is not Verdict.PASSED:
        yield texts.finding("solution.py", f"the reference must pass, and its verdict is {_told(report)}")
        return
    for note in report.notes:
        yield texts.finding("solution.py", f"the reference must not be warned of: {note}")
    cases = [check for check in report.checks if check.kind is CheckKind.CASE]
    if len(cases) < _FEWEST_CASES:
        yield texts.finding("checks.py", f"there are {len(cases)} cases; {_FEWEST_CASES} are the least")


async def _about_time(texts: ProblemTexts, runs: ProofRuns, report: Report) -> list[Finding]:
    """That the reference keeps the limit which a learner has; what ships may take longer on a busy machine."""
    problem = texts.problem
    for _ in range(_TRIES):
        if report.verdict is Verdict.PASSED and report.run_s <= problem.limits.run_s:
            return []
        job = Job(texts.solution, str(problem.folder / "solution.py"))
        report = await runs.run(problem, job, Report(problem.id))
    if report.verdict is Verdict.PASSED:
        return []
    return [texts.finding("solution.py", f"the reference must keep the limits, and its verdict is {_told(report)}")]


def _about_mistakes(
    texts: ProblemTexts, reports: Mapping[str, Report], known: tuple[KnownMistake, ...]
) -> Iterator[Finding]:
    """That each wrong solution fails or raises, and in another way than those before it."""
    for name, report in reports.items():
        file = f"wrong/{name}.py"
        if not report.is_mistaken:
            yield texts.finding(file, f"it must fail or raise, and its verdict is {_told(report)}")
            continue
        taken_for = recognise_mistake(report, texts.wrong[name], known)
        if taken_for is not None and taken_for.wrong != name:
            yield texts.finding(file, f"it looks just like wrong/{taken_for.wrong}.py, and gets its diagnosis")


def _about_checks(texts: ProblemTexts, solution: Report, reports: Mapping[str, Report]) -> Iterator[Finding]:
    """That each mechanism check is needed: there is a wrong solution which only that one of the author's finds.

    The check that no author writes needs none, but learners must be told of it.
    """
    failed = [
        [check.name for check in report.failed_checks if not is_derived(check.name)]
        for report in reports.values()
        if report.verdict is Verdict.FAILED
    ]
    needed = {names[0] for names in failed if len(names) == 1}
    for check in solution.checks:
        if is_derived(check.name):
            yield from _untold(texts, check.name)
        elif check.kind is CheckKind.MECHANISM and check.name not in needed:
            reason = f"no wrong solution needs the check {check.name!r}: none fails that one alone"
            yield texts.finding("checks.py", reason)


def _untold(texts: ProblemTexts, name: str) -> Iterator[Finding]:
    for file, text in (("task.md", texts.task), ("stub.py", texts.stub_docstring)):
        if name.lower() not in " ".join(text.replace("`", "").lower().split()):
            reason = (
                f"it does not say what is checked besides: {name!r} (or problem.toml says why that is not demanded)"
            )
            yield texts.finding(file, reason)


def _told(report: Report) -> str:
    return f"{report.verdict} ({report.message})"
