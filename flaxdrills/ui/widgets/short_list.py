"""A short list among others on one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from flaxdrills.ui.widgets.quiet_option_list import QuietOptionList


class ShortList(QuietOptionList):
    """A line each for things to choose from. Past its ends the cursor goes on to the next part of the page."""

    DEFAULT_CSS = """
    ShortList {
        height: auto;
        border: none;
        padding: 0;
        background: transparent;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-disabled { color: $text-muted; }
        & > .option-list--option-highlighted { color: $foreground; background: transparent; text-style: none; }
        &:focus > .option-list--option-highlighted {
            color: $foreground;
            background: $row;
            text-style: bold;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Go there", id="rows.select", tooltip="Go to what is under the cursor"),
    ]

    def __init__(self, title: str, id: str) -> None:
        super().__init__(id=id, markup=False)
        self.border_title = f" {title} "

    def show(self, rows: Sequence[tuple[str, Content]], otherwise: str) -> None:
        """List `rows`, an id and a line each; say `otherwise` where there are none."""
        self.clear_options()
        self.add_options([Option(line, id=row_id) for row_id, line in rows])
        if rows:
            self.highlighted = 0
        else:
            self.add_option(Option(otherwise, disabled=True))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "select" or self.highlighted is not None

    def action_cursor_down(self) -> None:
        if self.highlighted is None or self.highlighted == self.option_count - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        if not self.highlighted:
            self.screen.focus_previous()
        else:
            super().action_cursor_up()
