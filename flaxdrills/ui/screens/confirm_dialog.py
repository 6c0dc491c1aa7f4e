"""A question before something that cannot be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.widgets.key_footer import KeyFooter


class ConfirmDialog(ModalScreen[bool], SizedScreen[bool]):
    """Asks, and answers with what was chosen; escape is no."""

    AUTO_FOCUS = ".likely"

    DEFAULT_CSS = """
    ConfirmDialog {
        align: center middle;
        #question {
            width: 56;
            max-width: 90%;
            height: auto;
            padding: 1 2;
            background: $surface;
            border: round $border;
            border-title-color: $text-primary;
            border-title-style: bold;
        }
        #answers { height: 1; margin-top: 1; }
        #yes, #no {
            height: 1;
            min-width: 9;
            margin-right: 2;
            border: none;
            padding: 0 1;
            color: $foreground;
            background: $surface;
            background-tint: $foreground 0%;
            text-style: none;
            &:hover { text-style: underline; }
            &:focus { background: $row; text-style: bold; }
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", id="confirm.yes"),
        Binding("n,escape", "answer(False)", "No", id="confirm.no"),
        Binding("left,right", "app.focus_next", show=False, id="confirm.other"),
    ]

    def __init__(self, title: str, question: str, *, likely: bool = False) -> None:
        super().__init__()
        self._likely = "yes" if likely else "no"
        """What enter answers: where nothing is lost by it, yes."""
        self._title = title
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical(id="question") as box:
            box.border_title = self._title
            yield Static(self._question, markup=False)
            with Horizontal(id="answers"):
                for answer in ("yes", "no"):
                    is_likely = answer == self._likely
                    label = f"{answer[0]}  {answer}"
                    yield Button(label, id=answer, classes="likely" if is_likely else None, compact=True)
        yield KeyFooter()

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        self.action_answer(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)
