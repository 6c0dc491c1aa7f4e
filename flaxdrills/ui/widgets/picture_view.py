"""Pictures in a report, as wide as their pane."""

from __future__ import annotations

import asyncio

from textual import events, work
from textual.content import Content
from textual.widgets import Static

from flaxdrills.judging.draw_picture import drawn
from flaxdrills.judging.picture import Picture

_WIDEST = 100


class PictureView(Static):
    """One below the other; hidden while there is none."""

    DEFAULT_CSS = """
    PictureView { height: auto; margin-top: 1; display: none; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self._pictures: tuple[Picture, ...] = ()
        self._width = 0

    def show(self, pictures: tuple[Picture, ...]) -> None:
        """Show these in place of those before."""
        if pictures != self._pictures:
            self._pictures = pictures
            self.display = bool(pictures)
            self._draw()

    def on_resize(self, event: events.Resize) -> None:
        if self._pictures and self.content_size.width != self._width:
            self._draw()

    @work(exclusive=True)
    async def _draw(self) -> None:
        pictures = self._pictures
        self._width = self.content_size.width
        width = min(self._width or self.app.size.width, _WIDEST)
        # What draws is imported with the first picture, which takes longer than a key may wait.
        lines = await asyncio.to_thread(lambda: ["\n".join(drawn(picture, width)) for picture in pictures])
        if pictures == self._pictures:
            self.update(Content("\n\n".join(lines)))
