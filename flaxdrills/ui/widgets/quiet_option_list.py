"""A list with a cursor, in which a step draws the two lines that it changes and no more."""

from __future__ import annotations

from textual.events import Click
from textual.reactive import reactive
from textual.widgets import OptionList


def ignore_late(click: Click, options: OptionList) -> None:
    """Let a click be none that comes when the option it was meant for is gone: the list is filtered, or filled anew."""
    if (option := click.style.meta.get("option")) is not None and option >= options.option_count:
        click.prevent_default()


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

    def on_click(self, event: Click) -> None:
        ignore_late(event, self)

    def has_room_below(self, lines: int) -> bool:
        """Whether so many lines below the one with the cursor are in sight; no where Textual does not say."""
        try:
            line = self._index_to_line[self.highlighted or 0]
        except (AttributeError, KeyError):
            return False
        return line + lines - self.scroll_offset.y < self.scrollable_content_region.height

    def action_page_down(self) -> None:
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        # Where it has no room, or is not laid out yet, it has no lines to turn.
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def _draw_option(self, index: int | None) -> None:
        """Draw the lines of an option; all of them where Textual (8.2) does not say any more which these are."""
        try:
            lines, heights = self._index_to_line, self._heights
        except AttributeError:
            self.refresh()
            return
        if index in lines:
            self.refresh_lines(lines[index], heights[index])
