"""What all screens have in common: laid out for the present size, left once, and nothing selected that was removed."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.events import Resize
from textual.geometry import Offset
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget


class SizedScreen(Screen[ScreenResultType]):
    """A screen that does not follow a size which is out of date.

    A screen that is laid out tells itself its size again, behind newer ones in its queue (Textual 8.2). While updates
    are batched, two sizes there lay it out in turn for ever, and a queue that is never empty gives nobody else a turn:
    neither the end of the batch nor a key.
    """

    def on_resize(self, event: Resize) -> None:
        if event.size != self.app.size:
            event.prevent_default()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        widget, offset = super().get_widget_and_offset_at(x, y)
        # What was removed is clicked on as long as it is drawn; nothing is selected there.
        return (widget, offset) if widget is None or widget.parent is not None else (None, None)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        # A second answer may come while it is left already; what lies below must stay.
        return super().dismiss(result) if self.is_active else AwaitComplete()
