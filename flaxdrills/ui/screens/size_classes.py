"""Opening a screen in one drawing."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def add_size_classes(screen: Screen[Any]) -> None:
    """Give `screen`, which has no widgets yet, the classes of the size: Textual does that once it was drawn."""
    for size, breakpoints in zip(
        screen.app.size, (screen.HORIZONTAL_BREAKPOINTS, screen.VERTICAL_BREAKPOINTS), strict=True
    ):
        reached = [name for least, name in breakpoints or () if size >= least]
        screen.add_class(*reached[-1:], update=False)
