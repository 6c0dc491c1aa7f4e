"""The first line of the practise screen: which problem this is, and how its worker is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from flaxdrills.problem import Problem
from flaxdrills.progress import Status
from flaxdrills.report import Report
from flaxdrills.ui.marks import MARKS, MUTED, difficulty


class StateLine(Horizontal):
    """Title, place, difficulty and status at the left; the worker at the right."""

    DEFAULT_CSS = """
    StateLine {
        height: 1;
        padding: 0 1;
        Static { text-wrap: nowrap; text-overflow: ellipsis; }
        #problem { width: 1fr; }
        #worker { width: auto; max-width: 60%; color: $text-muted; padding-left: 2; }
    }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._problem = Static(id="problem", markup=False)
        self._worker = Static(id="worker", markup=False)

    def compose(self) -> ComposeResult:
        yield self._problem
        yield self._worker

    def show_problem(self, problem: Problem, place: str, status: Status) -> None:
        """Say which problem this is, where it stands in its track, and how far the learner is."""
        self._problem.update(
            Content.assemble(
                MARKS[status].content,
                (f" {problem.title}", "bold"),
                (f"   {place}   ", MUTED),
                difficulty(problem.difficulty),
            )
        )

    def show_worker(self, preparation: Report) -> None:
        """Say how far the worker is with getting ready."""
        if preparation.verdict is not None:
            self._worker.update(Content.styled("✗ no worker", "$text-error"))
        elif preparation.device:
            self._worker.update(Content.assemble(("●", "$text-success"), f" ready on {preparation.device}"))
        else:
            self._worker.update(Content(f"○ {preparation.stage}…" if preparation.stage else ""))
