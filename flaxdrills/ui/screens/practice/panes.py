"""The panes of the practise screen: the one that has the keys has the room."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.widget import Widget

_PANE_OF = {"code": "code", "editor-text": "editor", "report": "report"}
"""The pane, by the id of what has the keys; all else belongs to what there is to read."""


class Panes:
    """Which of the panes of `screen` has the keys, and the classes by which it is styled."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self.current = ""
        """The id of the one that has the keys."""
        self.has_all = False
        """Whether it has the whole screen."""

    @property
    def is_writing(self) -> bool:
        """Whether the keys go into the app's own editor."""
        return self.current == "editor"

    @property
    def is_on_file(self) -> bool:
        """Whether the file has the keys, to be read or written."""
        return self.current in ("code", "editor")

    def turn_to(self, widget: Widget) -> bool:
        """Give the room to the pane that `widget`, which has the keys, is in; says whether it is another one."""
        pane_id = _PANE_OF.get(widget.id or "", "reading")
        if pane_id == self.current:
            return False
        self.current = pane_id
        panes = self._screen.query(".pane")
        for pane in panes:
            pane.set_class(pane.id == pane_id, "-on", update=False)
        self._screen.set_class(self.is_on_file, "-on-code", update=False)
        self._screen.set_class(pane_id == "reading", "-on-reading", update=False)
        self._screen.set_class(pane_id == "report", "-on-report", update=False)
        self._restyle()
        return True

    def give_all(self, all_of_it: bool) -> None:
        """Give the pane that has the keys the whole screen, or let all of them share it."""
        if all_of_it is not self.has_all:
            self.has_all = all_of_it
            self._screen.set_class(all_of_it, "-whole", update=False)
            self._restyle()

    def _restyle(self) -> None:
        # Of what is below them nothing looks different, and a lesson has dozens of widgets.
        panes = (*self._screen.query(".pane"), self._screen.query_one("#file-and-report"))
        self._screen.app.stylesheet.update_nodes(panes)
