"""The learner's own solutions of a problem and of its twin, side by side."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.progress.attempt_history import attempts_at
from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.terminal.clipboard import copy_text
from flaxdrills.ui.widgets.attempt_view import AttemptView
from flaxdrills.ui.widgets.key_footer import KeyFooter


class TwinScreen(SizedScreen[None]):
    """What passed last in each of the two APIs."""

    TITLE = "The same idea in both APIs"

    AUTO_FOCUS = "#this"

    DEFAULT_CSS = """
    TwinScreen {
        #both { height: 1fr; }
        AttemptView { height: 1fr; }
        &.-wide #both { layout: horizontal; }
        &.-wide AttemptView { width: 1fr; }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Other", id="twin.other", tooltip="Go to the other solution"),
        Binding("y", "copy", "Copy", id="twin.copy", tooltip="Copy the solution that has the keys"),
        Binding("escape,w", "app.pop_screen", "Back", id="twin.back", tooltip="Go back"),
    ]

    def __init__(self, session: Session, problem: Problem, twin: Problem) -> None:
        super().__init__()
        self._session = session
        self._shown = {"this": problem, "twin": twin}

    def compose(self) -> ComposeResult:
        with Container(id="both"):
            for name in self._shown:
                yield AttemptView(id=name)
        yield KeyFooter()

    def on_mount(self) -> None:
        for name, problem in self._shown.items():
            view = self.query_one(f"#{name}", AttemptView).add_class("pane")
            title = f" {self._session.catalogue.track_of(problem).title}: {problem.title} "
            try:
                view.show(title, self._solution(problem))
            except SolutionFileError as error:
                view.show_fault(title, str(error))

    def action_copy(self) -> None:
        """Copy the solution that has the keys."""
        view = self.focused
        copy_text(self, view.text if isinstance(view, AttemptView) else "")

    def _solution(self, problem: Problem) -> str:
        recorded = self._session.progress
        passed = [
            one.attempt for one in attempts_at(recorded.journal, problem.id, recorded.day_end) if one.attempt.passed
        ]
        return self._session.files.judged(problem, passed[-1].sha256)
