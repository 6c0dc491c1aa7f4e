"""The cursor on the blocks of code of a text that scrolls: one of them is the one that keys act on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.widget import Widget

from flaxdrills.ui.widgets.lesson_markdown import CodeFence

_ABOVE = 2
"""How many lines stay in sight above a block that is gone to."""


class BlockCursor:
    """Goes from block to block, and stays in sight as far as there are blocks in sight."""

    def __init__(self, pane: VerticalScroll, fences: Sequence[CodeFence]) -> None:
        self._pane = pane
        self._fences = fences
        self._chosen: CodeFence | None = None
        self.stay_in_sight()

    @property
    def chosen(self) -> CodeFence | None:
        """The block under the cursor; None where the text has none."""
        return self._chosen

    @property
    def number(self) -> int | None:
        """Which block that is, from 0."""
        return None if self._chosen is None else self._fences.index(self._chosen)

    def stay_in_sight(self) -> None:
        """After scrolling: take the nearest block that begins in sight, if the chosen one no longer does."""
        if self._chosen is not None and self._is_in_sight(self._chosen):
            return
        near = self._pane.scroll_offset.y if self._chosen is None else self._top(self._chosen)
        inside = [fence for fence in self._fences if self._is_in_sight(fence)]
        # Where none begins in sight, the one that was chosen stays; at first it is the nearest.
        among = inside or ([self._chosen] if self._chosen is not None else self._fences)
        self.choose(min(among, key=lambda fence: abs(self._top(fence) - near), default=None))

    def move(self, step: int) -> None:
        """Go to the next block (1) or the one before (-1), and bring it into sight."""
        if self._chosen is None:
            return
        here = self._top(self._chosen)
        if not self._is_in_sight(self._chosen):
            # Between blocks, next is what comes next from here.
            here = self._pane.scroll_offset.y + (-1 if step > 0 else 0)
        tops = [(self._top(fence), fence) for fence in self._fences]
        following = [(top, fence) for top, fence in tops if (top > here if step > 0 else top < here)]
        if following:
            self.choose(following[0 if step > 0 else -1][1])
        self.reveal()

    def choose(self, fence: CodeFence | None) -> None:
        """Have the cursor at `fence`."""
        if fence is self._chosen:
            return
        if self._chosen is not None:
            self._chosen.choose(False)
        self._chosen = fence
        if fence is not None:
            fence.choose(True)

    def reveal(self) -> None:
        """Scroll to the chosen block, unless all of it is in sight."""
        if self._chosen is None:
            return
        top, height = self._top(self._chosen), self._chosen.virtual_region.height
        first = self._pane.scroll_offset.y
        if not first <= top <= top + height <= first + self._pane.scrollable_content_region.height:
            self._pane.scroll_to(y=max(top - _ABOVE, 0), animate=False)

    def _is_in_sight(self, fence: CodeFence) -> bool:
        first = self._pane.scroll_offset.y
        return first <= self._top(fence) < first + self._pane.scrollable_content_region.height

    def _top(self, fence: CodeFence) -> int:
        """The line of the text on which `fence` begins, where it was laid out last."""
        line = 0
        step: Widget = fence
        while step is not self._pane and isinstance(step.parent, Widget):
            line += step.virtual_region.y
            step = step.parent
        return line
