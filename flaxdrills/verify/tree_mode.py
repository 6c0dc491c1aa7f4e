"""Whether what was proven of a problem holds in NNX's tree mode, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.problems.problem_files import wrong_files
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.lesson_proof import prove_lesson
from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.proof_runs import ProofRuns

_IN_TREE_MODE = "in NNX's tree mode "
_GRAPH_MODE_ONLY = "# graph mode only"
"""A line of a wrong solution that is a mistake in graph mode alone; in tree mode it may pass."""


def uses_nnx(texts: ProblemTexts) -> bool:
    """Whether NNX occurs in a problem at all."""
    return any("nnx." in text for text in (texts.lesson, texts.solution, texts.stub, *texts.wrong.values()))


async def prove_in_tree_mode(texts: ProblemTexts, runs: ProofRuns) -> list[Finding]:
    """What does not hold there: a block prints what the lesson says, the reference passes, and nothing wrong does."""
    # The steps are those of the proof in graph mode.
    runs = replace(runs, on_step=lambda _: None)
    problem = texts.problem
    texts = replace(texts, problem=replace(problem, environment=replace(problem.environment, tree_mode=True)))
    lesson = [replace(one, reason=_IN_TREE_MODE + one.reason) for one in await prove_lesson(texts, runs)]
    files = ("solution.py", "stub.py", *(f"wrong/{name}.py" for name in wrong_files(texts.problem)))
    reports = await runs.judge(texts.problem, *files)
    return [*lesson, *_misjudged(texts, dict(zip(files, reports, strict=True)))]


def _misjudged(texts: ProblemTexts, reports: Mapping[str, Report]) -> Iterator[Finding]:
    for file, report in reports.items():
        told = f"and its verdict is {report.verdict} ({report.message})"
        if file == "solution.py" and report.verdict is not Verdict.PASSED:
            # All else is judged by it.
            yield texts.finding(file, f"{_IN_TREE_MODE}the reference must pass, {told}")
            return
        if file != "solution.py" and not report.is_mistaken and not is_of_graph_mode(texts, file):
            yield texts.finding(file, f"{_IN_TREE_MODE}it must fail or raise, {told}")


def is_of_graph_mode(texts: ProblemTexts, file: str) -> bool:
    """Whether `file` is a wrong solution that says to be wrong in graph mode alone."""
    name = file.removeprefix("wrong/").removesuffix(".py")
    return _GRAPH_MODE_ONLY in texts.wrong.get(name, "").splitlines()
