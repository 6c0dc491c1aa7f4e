"""What the keys and signs of a screen mean, and where the files lie."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from flaxdrills.ui.marks import legend


class HelpScreen(ModalScreen[None]):
    """The keys of the screen below."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        VerticalScroll {
            width: 76;
            max-width: 96%;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            background: $surface;
            border: round $primary;
            border-title-color: $text-primary;
            border-title-style: bold;
        }
        .heading { margin-top: 1; color: $text-primary; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q", "close", "Close", id="help.close")]

    def __init__(self, title: str, keys: Iterable[tuple[str, str]], files: str) -> None:
        super().__init__()
        self._title = title
        self._keys = tuple(keys)
        self._files = files

    def compose(self) -> ComposeResult:
        with VerticalScroll() as box:
            box.border_title = self._title
            width = max(len(key) for key, _ in self._keys) + 2
            yield Static(
                Content("\n").join(
                    Content.assemble((key.ljust(width), "bold $text-accent"), what) for key, what in self._keys
                )
            )
            yield Static("Moving about", classes="heading")
            yield Static(
                "tab and shift+tab go from part to part; arrows, page up and page down, home and end move in it.",
                markup=False,
            )
            yield Static("Signs", classes="heading")
            yield Static(legend())
            if self._files:
                yield Static("Files", classes="heading")
                yield Static(self._files, markup=False)
        yield Footer(show_command_palette=False)

    def action_close(self) -> None:
        self.dismiss()
