"""A list with a cursor, in which a step draws the two lines that it changes and no more."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import OptionList


class QuietOptionList(OptionList):
    """Textual's list draws all of its lines at each step, which takes longer than all else that a key leads to."""

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    _marked: int | None = None
    """The option that was drawn with the cursor last."""

    def watch_highlighted(self, highlighted: int | None) -> None:
        super().watch_highlighted(highlighted)
        for index in {self._marked, highlighted} - {None}:
            self._draw_option(index)
        self._marked = highlighted

    def _draw_option(self, index: int | None) -> None:
        """Draw the lines of an option; all of them where Textual (8.2) does not say any more which these are."""
        try:
            lines, heights = self._index_to_line, self._heights
        except AttributeError:
            self.refresh()
            return
        if index in lines:
            self.refresh_lines(lines[index], heights[index])
