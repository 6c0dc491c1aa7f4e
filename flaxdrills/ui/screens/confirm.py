"""A question before something that cannot be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from flaxdrills.ui.widgets.key_line import KeyLine


class ConfirmScreen(ModalScreen[bool]):
    """Asks, and answers with what was chosen; escape is no."""

    DEFAULT_CSS = """
    ConfirmScreen {
        align: center middle;
        #question {
            width: 56;
            max-width: 90%;
            height: auto;
            padding: 1 2;
            background: $surface;
            border: round $primary;
            border-title-color: $text-primary;
            border-title-style: bold;
        }
        #answers { margin-top: 1; color: $text-muted; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", id="confirm.yes"),
        Binding("n,escape", "answer(False)", "No", id="confirm.no"),
    ]

    def __init__(self, title: str, question: str) -> None:
        super().__init__()
        self._title = title
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical(id="question") as box:
            box.border_title = self._title
            yield Static(self._question, markup=False)
            yield Static("y  yes     n  no", markup=False, id="answers")
        yield KeyLine()

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)
