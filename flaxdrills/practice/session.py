"""The practice loop without a face: open a problem, submit, take a hint, see the solution, review, start anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.judging.report import Report
from flaxdrills.judging.worker_connection import OnEvent
from flaxdrills.judging.worker_pool import WorkerPool
from flaxdrills.judging.wrong_solutions import WrongSolutionCache
from flaxdrills.practice.cursor_positions import CursorPositions
from flaxdrills.practice.draft import Draft
from flaxdrills.practice.lesson_runs import LessonRuns
from flaxdrills.practice.solution_files import SolutionFiles
from flaxdrills.practice.submit import OnReport, Submitter
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import Texts, read_file, read_texts
from flaxdrills.progress.accumulator import Progress
from flaxdrills.progress.attempt_history import Past
from flaxdrills.progress.attempts import Attempt
from flaxdrills.progress.calendar_day import Instant
from flaxdrills.progress.grade import Grade
from flaxdrills.progress.live_progress import LiveProgress
from flaxdrills.progress.logbook import Logbook
from flaxdrills.progress.problem_progress import ProblemProgress
from flaxdrills.progress.reviews import Review
from flaxdrills.progress.standings import Overview, overview_of
from flaxdrills.system.settings import Settings


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint of a problem."""

    number: int
    """From 1."""
    total: int
    text: str


@dataclass(frozen=True, slots=True)
class _Basis:
    """What an overview was made from."""

    catalogue: Catalogue
    progress: Progress
    settings: Settings
    faults: tuple[str, ...]
    minute: Instant
    """A day ends at a full minute, wherever the learner is and was."""

    def is_that_of(self, other: _Basis) -> bool:
        """Whether both give the same overview. Progress is not compared value by value: there may be a lot of it."""
        return (
            self.catalogue is other.catalogue
            and self.progress is other.progress
            and (self.settings, self.faults, self.minute) == (other.settings, other.faults, other.minute)
        )


class Session:
    """One learner at work. Faces call it; it knows none of them."""

    def __init__(
        self,
        catalogue: Catalogue,
        workspace: SolutionFiles,
        journal: Journal,
        workers: WorkerPool,
        mistakes: WrongSolutionCache,
        settings: Settings | None = None,
        clock: Callable[[], datetime] = _now,
        ledger: LiveProgress | None = None,
        places: CursorPositions | None = None,
        live: LessonRuns | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.places = places or CursorPositions()
        """Where the learner was in each problem."""
        self.live = live
        """Runs the blocks of lessons, where there is a place for what they come to."""
        self._workspace = workspace
        self._workers = workers
        self._settings = settings or Settings()
        self._clock = clock
        self._logbook = Logbook(journal, ledger, self._settings.day_end)
        self._judge = Submitter(workspace, workers, mistakes, self._logbook)
        self._overview: tuple[_Basis, Overview] | None = None
        self.refresh()

    def refresh(self) -> None:
        """Read the journal again; another app on this home may have written to it."""
        self._logbook.refresh()

    def leave(self) -> str:
        """Record what could not be recorded before; returns what is to be said where that is impossible still."""
        self._judge.keep_all()
        return self._logbook.close()

    @property
    def trouble(self) -> str:
        """Why something that was done could not be recorded yet; "" when all is."""
        return self._logbook.trouble

    def overview(self) -> Overview:
        """Where the learner stands with everything, as of the journal when it was last read or written."""
        now = self._clock()
        instant = Instant.of(now)
        minute = Instant(instant.at.replace(second=0, microsecond=0), instant.offset_min)
        basis = _Basis(self.catalogue, self._logbook.progress(), self._settings, self._logbook.faults, minute)
        if self._overview is None or not self._overview[0].is_that_of(basis):
            self._overview = basis, overview_of(basis.catalogue, basis.progress, now, basis.settings, basis.faults)
        return self._overview[1]

    def texts(self, problem: Problem) -> Texts:
        """Lesson, task, hints and stub. Raises CatalogueError."""
        return read_texts(problem)

    def open(self, problem: Problem) -> Path:
        """The learner's file for `problem`, made from the stub if there is none; it is now the last opened.

        Raises CatalogueError and WorkspaceError.
        """
        path = self.path(problem)
        self._record(EntryKind.OPENED, problem)
        return path

    def path(self, problem: Problem) -> Path:
        """The learner's file for `problem`, made from the stub if there is none.

        Raises CatalogueError and WorkspaceError.
        """
        had_one = self._workspace.has(problem)
        path = self._workspace.open(problem, read_file(problem, "stub.py"))
        if not had_one and self.can_review(problem):
            # It was solved on another machine, or its file is gone: with the fresh stub the review begins.
            self._record(EntryKind.RESET, problem)
        return path

    def source(self, problem: Problem) -> str:
        """What the learner's file holds now. Raises WorkspaceError."""
        return self._workspace.read(problem)

    def manuscript(self, problem: Problem) -> Draft:
        """The learner's file, to be written in the app. Raises CatalogueError and WorkspaceError."""
        return Draft(self.path(problem), partial(self._workspace.keep, problem))

    def prepare(self, problem: Problem, on_event: OnEvent) -> None:
        """Have a worker get ready for `problem`; `on_event` hears how it goes."""
        self._workers.prepare(problem, on_event)

    async def submit(self, problem: Problem, on_report: OnReport, *, describe: bool = False) -> Report:
        """Submitter the learner's file as it is now, and record the attempt.

        `on_report` hears the report grow; by the time it hears a verdict the attempt is on disk, or the
        report says why not. What it cost, what it built (with `describe`) and a diagnosis may follow.
        Cancelling ends the run. Raises WorkspaceError.
        """
        return await self._judge.submit(problem, on_report, describe=describe)

    async def check(self, problem: Problem, source: str, filename: str, *, spare: bool = False) -> Report:
        """Submitter `source`, and record nothing."""
        return await self._judge.check(problem, source, filename, spare=spare)

    async def study(self, problem: Problem, device: str) -> None:
        """Find out what the shipped mistakes of `problem` look like on `device`, unless that is known.

        `device` is what a worker's Ready said. Once per version of jax, flax and the problem it takes a
        worker of its own. Raises CatalogueError.
        """
        await self._judge.study(problem, device)

    def hints(self, problem: Problem) -> tuple[Hint, ...]:
        """The hints that the learner took so far. Raises CatalogueError."""
        texts = read_texts(problem).hints
        taken = self._hints_taken(problem)
        return tuple(Hint(i, len(texts), text) for i, text in enumerate(texts[:taken], 1))

    def hint(self, problem: Problem) -> Hint | None:
        """The next hint, or None when all were taken; `trouble` says if that could not be recorded.

        Raises CatalogueError.
        """
        texts = read_texts(problem).hints
        taken = self._hints_taken(problem)
        if taken >= len(texts):
            return None
        self._record(EntryKind.HINT, problem, index=taken)
        return Hint(taken + 1, len(texts), texts[taken])

    def is_solved(self, problem: Problem) -> bool:
        """Whether an attempt passed."""
        return self._progress(problem).solved_at is not None

    def is_at_stake(self, problem: Problem) -> bool:
        """Whether it matters for the next review what is looked up now: it is unsolved, due, or being reviewed."""
        review = self.review(problem)
        return review.is_open or review.is_due(self._today)

    def review(self, problem: Problem) -> Review:
        """What is known of how well the problem is remembered."""
        return self._progress(problem).review

    def can_review(self, problem: Problem) -> bool:
        """Whether a review of the problem is due and not begun."""
        review = self.review(problem)
        return not review.is_open and review.is_due(self._today)

    def regrade(self, problem: Problem, grade: Grade) -> Review:
        """Say how well the problem was remembered the last time, in place of what followed from what happened.

        `trouble` says if that could not be recorded.
        """
        review = self.review(problem)
        if review.grade is not None and review.grade is not grade:
            self._record(EntryKind.GRADED, problem, of=review.graded, grade=str(grade))
        return self.review(problem)

    def history(self, problem: Problem) -> tuple[Past, ...]:
        """Every attempt at the problem, the oldest first."""
        return self._logbook.history(problem.id)

    def attempts_on(self, day: date) -> tuple[Attempt, ...]:
        """Every attempt of one of the learner's days, in the order of their time."""
        return self._logbook.attempts_on(day)

    def judged(self, problem: Problem, sha256: str) -> str:
        """The text of that fingerprint, as it was when it was judged. Raises WorkspaceError."""
        return self._workspace.judged(problem, sha256)

    def solution(self, problem: Problem) -> str:
        """The reference. Where it matters for the next review, that it was seen is recorded, or `trouble` says why not.

        Raises CatalogueError.
        """
        text = read_file(problem, "solution.py")
        if self.is_at_stake(problem):
            self._record(EntryKind.REVEALED, problem)
        return text

    def reset(self, problem: Problem) -> Path | None:
        """A fresh stub, which in a solved problem begins a review; returns where the old file is now, if there was one.

        Raises CatalogueError and WorkspaceError.
        """
        kept = self._workspace.reset(problem, read_file(problem, "stub.py"))
        self._record(EntryKind.RESET, problem)
        return kept

    def next_problem(self) -> Problem | None:
        """What to do now: one of today's reviews, else the next in the track after the last one opened."""
        overview = self.overview()
        if overview.reviews:
            return overview.reviews[0].problem
        unsolved = [standing.problem for standing in overview.standings if standing.progress.solved_at is None]
        places = {standing.problem.id: place for place, standing in enumerate(overview.standings)}
        here = places.get(overview.last_opened or "", -1)
        later = (problem for problem in unsolved if places[problem.id] >= here)
        return next(later, unsolved[0] if unsolved else None)

    def following(self, problem: Problem) -> Problem | None:
        """What comes after `problem`: after a review the next of today's, else the next one of the catalogue."""
        overview = self.overview()
        was_review = self.review(problem).was_reviewed_on(overview.today)
        others = [standing.problem for standing in overview.reviews if standing.problem.id != problem.id]
        return others[0] if was_review and others else self.catalogue.neighbour(problem, 1)

    def next_after(self, problem: Problem) -> Problem | None:
        """What to do after `problem`: what follows it, or where that is solved what is due or was never solved."""
        following = self.following(problem)
        if following and (self.can_review(following) or not self.is_solved(following)):
            return following
        otherwise = self.next_problem()
        return following if otherwise is None or otherwise.id == problem.id else otherwise

    @property
    def _today(self) -> date:
        return Instant.of(self._clock()).day(self._settings.day_end)

    def _progress(self, problem: Problem) -> ProblemProgress:
        return self._logbook.progress().problem(problem.id)

    def _hints_taken(self, problem: Problem) -> int:
        progress = self._progress(problem)
        # A review begins without them.
        return progress.review.hints if progress.review.is_review else progress.hints

    def _record(self, kind: EntryKind, problem: Problem, **fields: object) -> None:
        """Write an entry, or keep it and try again later."""
        self._logbook.record(kind, problem.id, **fields)
