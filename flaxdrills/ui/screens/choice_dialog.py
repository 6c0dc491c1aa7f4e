"""A few things to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from flaxdrills.ui.screens.sized_screen import SizedScreen
from flaxdrills.ui.widgets.key_footer import KeyFooter
from flaxdrills.ui.widgets.short_list import ShortList


class ChoiceDialog(ModalScreen[str], SizedScreen[str]):
    """Answers with the id of what was chosen."""

    DEFAULT_CSS = """
    ChoiceDialog {
        align: center middle;
        ShortList {
            width: 72;
            max-width: 96%;
            max-height: 80%;
            padding: 1 1;
            background: $surface;
            border: round $border;
            border-title-color: $text-primary;
            border-title-style: bold;
            &:focus { border: round $border; }
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "Close", id="choose.close")]

    def __init__(self, title: str, rows: Sequence[tuple[str, Content]]) -> None:
        super().__init__()
        self._rows = rows
        self._list = ShortList(title, id="choices")

    def compose(self) -> ComposeResult:
        yield self._list
        yield KeyFooter()

    def on_mount(self) -> None:
        self._list.show(self._rows, "")

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_close(self) -> None:
        self.dismiss(None)
