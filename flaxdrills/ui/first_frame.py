"""Opening a screen in one drawing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.screen import Screen


@contextmanager
def first_frame(screen: Screen[Any]) -> Iterator[None]:
    """Draw nothing until what is done in here is done, and then with the classes of the terminal's size.

    Textual draws a screen as soon as it has its widgets, empty or not, and sets these classes after that.
    """
    with screen.app.batch_update():
        for size, breakpoints in zip(
            screen.app.size, (screen.HORIZONTAL_BREAKPOINTS, screen.VERTICAL_BREAKPOINTS), strict=True
        ):
            reached = [name for least, name in breakpoints or () if size >= least]
            screen.add_class(*reached[-1:])
        yield
