"""What stands in for every screen in a terminal that is too small for them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

NEEDED = Size(60, 15)


def is_too_small(size: Size) -> bool:
    """Whether a terminal of `size` has no room for the screens."""
    return size.width < NEEDED.width or size.height < NEEDED.height


class TooSmallScreen(Screen[None]):
    """Says how large the terminal is, and how large it must be."""

    DEFAULT_CSS = """
    TooSmallScreen {
        align: center middle;
        Static { width: 100%; text-align: center; color: $foreground; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "Quit", id="too-small.quit", tooltip="Leave flaxdrills")
    ]

    terminal: reactive[Size] = reactive(Size(0, 0), recompose=True)

    def compose(self) -> ComposeResult:
        has, needs = self.terminal, NEEDED
        yield Static(f"Terminal too small: {has.width}x{has.height}; needs {needs.width}x{needs.height}", markup=False)
