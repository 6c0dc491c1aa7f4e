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
        for place in {self._marked, highlighted}:
            line = None if place is None else self._index_to_line.get(place)
            if line is not None and place is not None:
                self.refresh_lines(line, self._heights[place])
        self._marked = highlighted
