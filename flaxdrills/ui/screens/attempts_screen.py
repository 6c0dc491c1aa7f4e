"""A problem's own history: every attempt, what was judged, and what changed between any two."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static

from flaxdrills.practice.session import Session
from flaxdrills.practice.solution_files import SolutionFileError
from flaxdrills.problems.problem import Problem
from flaxdrills.progress.attempt_history import PastAttempt, attempts_at
from flaxdrills.ui.look.symbols import FAILS, HOLDS, MUTED
from flaxdrills.ui.messages import OpenProblem
from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.terminal.clipboard import copy_text
from flaxdrills.ui.widgets.attempt_view import AttemptView
from flaxdrills.ui.widgets.key_footer import KeyFooter
from flaxdrills.ui.widgets.short_list import ShortList


class AttemptsScreen(SizedScreen[None]):
    """The attempts, the latest first, beside the text of the one under the cursor."""

    AUTO_FOCUS = "#attempts"

    DEFAULT_CSS = """
    AttemptsScreen {
        #head { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
        #body { height: 1fr; }
        AttemptView { height: 1fr; }
        #attempts { height: 1fr; }
        &.-narrow #attempts { height: auto; max-height: 40%; }
        &.-wide {
            #body { layout: horizontal; }
            #attempts { width: auto; max-width: 60; min-width: 30; margin-right: 1; }
        }
        &.-empty { AttemptView { display: none; } #attempts { width: 1fr; } }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "compare", "Compare", id="history.compare", tooltip="Compare it with the text before, or stop"),
        Binding("space", "mark", "Mark", id="history.mark", tooltip="Compare the others with this one"),
        Binding("o", "practise", "Practise", id="history.practise", tooltip="Practise this problem"),
        Binding("y", "copy", "Copy", id="history.copy", tooltip="Copy the text that is shown", show=False),
        Binding("escape", "app.pop_screen", "Back", id="history.back", tooltip="Go back"),
    ]

    def __init__(self, session: Session, problem: Problem, attempt_id: str = "", *, comparing: bool = False) -> None:
        super().__init__()
        self._session = session
        self._problem = problem
        self._past = attempts_at(session.progress.journal, problem.id, session.progress.day_end)
        self._start = next((past.number for past in self._past if past.attempt.id == attempt_id), len(self._past))
        self._comparing = comparing
        self._marked = 0
        """The number of the attempt that the others are compared with; 0 for none."""
        self.title = problem.title

    def compose(self) -> ComposeResult:
        yield Static(Content.assemble((self._problem.title, "bold"), (f"   {self._problem.id}", MUTED)), id="head")
        with Container(id="body"):
            yield ShortList("Attempts", id="attempts")
            yield AttemptView(id="judged")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query("ShortList, AttemptView").add_class("pane")
        self.set_class(not self._past, "-empty")
        self._list()
        if self._past:
            self._attempts.highlighted = len(self._past) - self._start

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._past) or action not in ("compare", "mark", "copy")

    @on(OptionList.OptionHighlighted)
    def show(self) -> None:
        """Show the text under the cursor, or what changed in it."""
        past = self._chosen
        if past is None:
            return
        other = self._other(past) if self._comparing else None
        view = self.query_one(AttemptView)
        try:
            if other is None:
                title = f" {past.number}, as it was judged "
                view.show(title, self._text(past), "There is no other text to compare with." * self._comparing)
            else:
                old, new = sorted((past, other), key=lambda one: one.number)
                view.compare(f" from {old.number} to {new.number} ", self._text(old), self._text(new))
        except SolutionFileError as error:
            view.show_fault(f" {past.number} ", str(error))

    @on(OptionList.OptionSelected)
    def selected(self) -> None:
        self.query_one(AttemptView).focus()

    def action_compare(self) -> None:
        self._comparing = not self._comparing
        self.show()

    def action_mark(self) -> None:
        past = self._chosen
        if past is None:
            return
        self._marked = 0 if self._marked == past.number else past.number
        self._comparing = bool(self._marked)
        highlighted_index = self._attempts.highlighted
        self._list()
        self._attempts.highlighted = highlighted_index

    def action_copy(self) -> None:
        copy_text(self, self.query_one(AttemptView).text)

    def action_practise(self) -> None:
        self.post_message(OpenProblem(self._problem))

    def _list(self) -> None:
        rows = [(past.attempt.id, _row(past, past.number == self._marked)) for past in reversed(self._past)]
        self._attempts.show(rows, "This problem was not run yet. o opens it.")

    def _text(self, past: PastAttempt) -> str:
        return self._session.files.judged(self._problem, past.attempt.sha256)

    def _other(self, past: PastAttempt) -> PastAttempt | None:
        """What `past` is compared with: the marked one, or else what came before it.

        The pass of a review is compared with the last pass of the round before.
        """
        if self._marked:
            return next((one for one in self._past if one.number == self._marked and one is not past), None)
        older = [one for one in self._past[: past.number - 1] if one.attempt.sha256 != past.attempt.sha256]
        solved = [one for one in older if one.attempt.passed and one.round < past.round]
        return next(reversed(solved if past.attempt.passed and solved else older), None)

    @property
    def _chosen(self) -> PastAttempt | None:
        option = self._attempts.highlighted_option
        return next((past for past in self._past if option and past.attempt.id == option.id), None)

    @property
    def _attempts(self) -> ShortList:
        return self.query_one("#attempts", ShortList)


def _row(past: PastAttempt, is_marked: bool) -> Content:
    attempt = past.attempt
    parts = ["" if attempt.seconds is None else f"{attempt.seconds:.2f} s"]
    if not attempt.passed:
        parts.append(attempt.verdict)
    if attempt.unfinished:
        parts.append("unfinished")
    if past.is_review:
        parts.append("review")
    if past.grade is not None:
        parts.append(f"grade: {past.grade}")
    return Content.assemble(
        ("▶" if is_marked else " ", "bold $text-accent"),
        f"{past.number:>3} ",
        HOLDS if attempt.passed else FAILS,
        (f" {attempt.at:%d %b %Y %H:%M}", MUTED),
        f"  {', '.join(filter(None, parts))}",
    )
