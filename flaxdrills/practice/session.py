"""The practice loop without a face: open a problem, submit, take a hint, see the solution, review, start anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from flaxdrills.journal.journal import EntryKind
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.practice.after_pass import AfterPass, after_pass
from flaxdrills.practice.cursor_positions import CursorPositions
from flaxdrills.practice.draft import Draft
from flaxdrills.practice.hints import Hint, TakenHints, hints_of
from flaxdrills.practice.run_lesson_blocks import LessonBlockRunner
from flaxdrills.practice.solution_files import SolutionFiles
from flaxdrills.practice.submit import Submitter
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import read_file
from flaxdrills.progress.calendar_day import Instant
from flaxdrills.progress.grade import Grade
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.progress.overview import Overview, Standing, overview_of, standing_of
from flaxdrills.progress.progress_accumulator import Progress
from flaxdrills.system.settings import Settings


@dataclass(frozen=True, slots=True)
class Submission:
    """The learner's file in a worker's hands: its report, and after a pass what follows."""

    report: Report
    """As far as it goes."""
    after_pass: AfterPass | None = None


OnSubmission = Callable[[Submission], None]


@dataclass(frozen=True, slots=True)
class _OverviewInputs:
    """What an overview was made from."""

    catalogue: Catalogue
    progress: Progress
    faults: tuple[str, ...]
    minute: Instant
    """A day ends at a full minute, wherever the learner is and was."""

    def are_those_of(self, other: _OverviewInputs) -> bool:
        """Whether both give the same overview. Progress is not compared value by value: there may be a lot of it."""
        return (
            self.catalogue is other.catalogue
            and self.progress is other.progress
            and (self.faults, self.minute) == (other.faults, other.minute)
        )


@dataclass
class Session:
    """One learner at work: the parts, each to be used as it is, and what takes several of them.

    Faces call it; it knows none of them. What waits for the disk may be called in a thread.
    """

    catalogue: Catalogue
    files: SolutionFiles
    progress: LiveProgress
    """Where everything is recorded; its `trouble` says what could not be."""
    submitter: Submitter
    settings: Settings = field(default_factory=Settings)
    positions: CursorPositions = field(default_factory=CursorPositions)
    """Where the learner was in each problem."""
    lesson_runs: LessonBlockRunner | None = None
    """Runs the blocks of lessons, where there is a folder for what they come to."""
    _overview: tuple[_OverviewInputs, Overview] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.progress.refresh()

    def leave(self) -> str:
        """Record what could not be recorded before; returns what is to be said where that is impossible still."""
        self.submitter.keep_all()
        return self.progress.close()

    def overview(self) -> Overview:
        """Where the learner stands with everything, as of the journal when it was last read or written."""
        now = self.progress.journal.now()
        instant = Instant.of(now)
        minute = Instant(instant.at.replace(second=0, microsecond=0), instant.offset_min)
        inputs = _OverviewInputs(self.catalogue, self.progress.progress(), self.progress.faults, minute)
        if self._overview is None or not self._overview[0].are_those_of(inputs):
            overview = overview_of(inputs.catalogue, inputs.progress, now, self.settings, inputs.faults)
            self._overview = inputs, overview
        return self._overview[1]

    def standing(self, problem: Problem) -> Standing:
        """Where the learner stands with `problem`."""
        today = Instant.of(self.progress.journal.now()).day(self.settings.day_end)
        return standing_of(problem, self.progress.progress(), today)

    def open(self, problem: Problem) -> Path:
        """The learner's file for `problem`, made from the stub if there is none; it is now the last opened.

        Raises CatalogueError and SolutionFileError.
        """
        path = self.path(problem)
        self.progress.record(EntryKind.OPENED, problem.id)
        return path

    def path(self, problem: Problem) -> Path:
        """The learner's file for `problem`, made from the stub if there is none.

        Raises CatalogueError and SolutionFileError.
        """
        had_one = self.files.has(problem)
        path = self.files.open(problem, read_file(problem, "stub.py"))
        if not had_one and self.standing(problem).can_be_reviewed:
            # It was solved on another machine, or its file is gone: with the fresh stub the review begins.
            self.progress.record(EntryKind.RESET, problem.id)
        return path

    def draft(self, problem: Problem) -> Draft:
        """The learner's file, to be written in the app. Raises CatalogueError and SolutionFileError."""
        return Draft(self.path(problem), partial(self.files.keep, problem))

    async def submit(self, problem: Problem, on_submission: OnSubmission, *, describe: bool = False) -> Submission:
        """Judge the learner's file as it is now, and record the attempt.

        `on_submission` hears the report grow; by the time it hears a verdict the attempt is on disk, or the
        report says why not. What it cost, what it built (with `describe`) and a diagnosis may follow.
        Cancelling ends the run. Raises SolutionFileError.
        """
        rounds = self.standing(problem).progress.review.rounds
        submission = Submission(Report(problem.id))

        def hear(report: Report) -> None:
            nonlocal submission
            after = submission.after_pass
            if after is None and report.verdict is Verdict.PASSED:
                overview = self.overview()
                was_graded = overview.standing(problem.id).progress.review.rounds > rounds
                after = after_pass(overview, problem, was_graded=was_graded)
            submission = Submission(report, after)
            on_submission(submission)

        await self.submitter.submit(problem, hear, describe=describe)
        return submission

    def hints(self, problem: Problem) -> tuple[Hint, ...]:
        """The hints that the learner took so far, none of them while a review is due. Raises CatalogueError."""
        taken = 0 if self.standing(problem).can_be_reviewed else self._hints_taken(problem)
        return hints_of(problem)[:taken]

    def take_hint(self, problem: Problem) -> TakenHints:
        """The next hint, and those before it; `progress.trouble` says if it could not be recorded.

        Raises CatalogueError.
        """
        hints, taken = hints_of(problem), self._hints_taken(problem)
        if taken >= len(hints):
            return TakenHints(hints, None)
        self.progress.record(EntryKind.HINT, problem.id, index=taken)
        return TakenHints(hints[: taken + 1], hints[taken])

    def regrade(self, problem: Problem, grade: Grade) -> None:
        """Say how well the problem was remembered the last time, in place of what followed from what happened.

        `progress.trouble` says if that could not be recorded.
        """
        review = self.standing(problem).progress.review
        if review.grade is not None and review.grade is not grade:
            self.progress.record(EntryKind.GRADED, problem.id, of=review.graded, grade=str(grade))

    def solution(self, problem: Problem) -> str:
        """The reference. Where it matters for the next review, that it was seen is recorded.

        `progress.trouble` says if that could not be. Raises CatalogueError.
        """
        text = read_file(problem, "solution.py")
        if self.standing(problem).is_at_stake:
            self.progress.record(EntryKind.REVEALED, problem.id)
        return text

    def reset(self, problem: Problem) -> Path | None:
        """A fresh stub, which in a solved problem begins a review; returns where the old file is now, if there was one.

        Raises CatalogueError and SolutionFileError.
        """
        kept = self.files.reset(problem, read_file(problem, "stub.py"))
        self.progress.record(EntryKind.RESET, problem.id)
        return kept

    def _hints_taken(self, problem: Problem) -> int:
        progress = self.standing(problem).progress
        # A review begins without them.
        return progress.review.hints if progress.review.is_review else progress.hints
