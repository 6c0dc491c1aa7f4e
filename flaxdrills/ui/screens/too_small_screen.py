"""What stands in for every screen in a terminal that is too small for them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Size

from flaxdrills.ui.screens.sized_screen import SizedScreen

NEEDED = Size(60, 15)


def is_too_small(size: Size) -> bool:
    """Whether a terminal of `size` has no room for the screens."""
    return size.width < NEEDED.width or size.height < NEEDED.height


class TooSmallScreen(SizedScreen[None]):
    """Says how large the terminal is, and how large it must be; leaves when it is."""

    DEFAULT_CSS = """
    TooSmallScreen { content-align: center middle; text-align: center; color: $foreground; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "Quit", id="too-small.quit", tooltip="Leave flaxdrills")
    ]

    def render(self) -> str:
        has, needs = self.app.size, NEEDED
        return f"Terminal too small: {has.width}x{has.height}; needs {needs.width}x{needs.height}"

    def on_resize(self, event: Resize) -> None:
        self._leave_if_large()

    def on_screen_resume(self) -> None:
        # What lay on top of it may be gone only now.
        self._leave_if_large()

    def _leave_if_large(self) -> None:
        if not is_too_small(self.app.size):
            self.dismiss()
