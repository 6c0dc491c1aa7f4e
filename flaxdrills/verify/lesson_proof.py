"""The proof of a lesson: each of its blocks runs and prints what the lesson says, and the names that it uses exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flaxdrills.judging.events import Event, Missing, Ran
from flaxdrills.judging.protocol import Job, Task
from flaxdrills.judging.report import Report
from flaxdrills.problems.lesson import Block, blocks_of
from flaxdrills.problems.lesson_output import matches
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.proof_runs import ProofRuns
from flaxdrills.verify.rules.library_names import find_missing_names, names_used


@dataclass(frozen=True, slots=True)
class LessonRun:
    """The state of one run of a lesson."""

    report: Report
    outputs: tuple[str, ...] = ()
    """What each block printed, as far as they were run."""
    missing: tuple[str, ...] = ()
    """The names that the lesson uses and the libraries do not have."""

    def after(self, event: Event) -> LessonRun:
        """The run with one more event folded in."""
        match event:
            case Ran(_, output):
                return replace(self, outputs=(*self.outputs, output))
            case Missing(names):
                return replace(self, missing=names)
            case _:
                return replace(self, report=self.report.after(event))


async def prove_lesson(texts: ProblemTexts, runs: ProofRuns) -> list[Finding]:
    """What does not hold for the lesson of a problem."""
    problem = texts.problem
    job = Job(texts.lesson, str(problem.folder / "lesson.md"), names=tuple(names_used(texts)))
    run = await runs.run(problem, job, LessonRun(Report(problem.id)), Task.LESSON)
    runs.on_step(f"{problem.id}/lesson.md")
    findings = list(find_missing_names(texts, run.missing))
    return findings + [texts.finding("lesson.md", reason) for reason in _disagreements(blocks_of(texts.lesson), run)]


def _disagreements(blocks: tuple[Block, ...], run: LessonRun) -> Iterator[str]:
    if len(run.outputs) < len(blocks):
        yield f"line {blocks[len(run.outputs)].line}: this block ended the run: {run.report.message}"
    for block, output in zip(blocks, run.outputs, strict=False):
        if block.output is None:
            if output:
                yield f"line {block.line}: this block prints, and the lesson does not show it:\n{output}"
        elif not matches(block.output, output):
            said = f"this block prints\n{output.rstrip()}\nand the lesson says\n{block.output.rstrip()}"
            yield f"line {block.line}: {said}"
