"""The terminal; it is sent only what changes on it."""

from __future__ import annotations

import re
import signal
from types import FrameType
from typing import Any

from textual.app import App
from textual.events import Resize
from textual.message import Message

from flaxdrills.ui.terminal.robust_driver import RobustDriver
from flaxdrills.ui.terminal.screen_diff import ScreenDiff

_DRAWING = re.compile(r"\x1b\[[0-9]+;[0-9]+H")
_SILENT = re.compile(r"(\x1b\[[0-9;?<>=$]*[a-zA-Z]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x07)*")
_EVERY_MOVE, _WHILE_HELD = "\x1b[?1003", "\x1b[?1002"
"""The modes in which a terminal tells of each of the mouse's moves, and of those while a button is held."""
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""What encloses an update that the terminal is to show in one piece."""


class DiffingDriver(RobustDriver):
    """Sends what differs from what stands on the terminal already.

    Textual draws the whole of a widget that changed: for one step in a list of problems on 40 lines that is 15 KB,
    and a second on a line of 120 kbit/s.
    """

    _frame: ScreenDiff
    _unsent = ""
    """The beginning of an update of which nothing was sent yet."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._shown_app = app

    def start_application_mode(self) -> None:
        self._frame = ScreenDiff()
        # Not an Event: the signal may come where its lock is held.
        self._must_forget = False
        super().start_application_mode()
        before = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, at: FrameType | None) -> None:
            self.forget_screen()
            if callable(before):
                before(number, at)

        signal.signal(signal.SIGWINCH, resized)

    def process_message(self, message: Message) -> None:
        if isinstance(message, Resize):
            self.forget_screen()
        super().process_message(message)

    def forget_screen(self) -> None:
        """The terminal may show something else than what was sent: all of the next drawing is sent."""
        self._must_forget = True

    @property
    def _drawn_size(self) -> tuple[int, int] | None:
        """The size that the screen is laid out for."""
        # Its `size` is the terminal's, for which it may be laid out only later.
        return self._shown_app.screen.outer_size if self._shown_app.screen_stack else None

    def write(self, data: str) -> None:
        if data == _BEGIN:
            self._unsent = data
            return
        if data == _END and self._unsent:
            self._unsent = ""
            return
        if self._must_forget:
            self._must_forget = False
            self._frame.forget()
        if _DRAWING.match(data):
            changed = self._frame.change(data, self._drawn_size)
            if changed is None:
                self._frame.forget()
            else:
                data = changed
        elif not _SILENT.fullmatch(data):
            self._frame.forget()
        if data:
            super().write(self._unsent + data)
            self._unsent = ""


class SlowLineDriver(DiffingDriver):
    """Hears of the mouse what it does, not where it goes: each step would be sent, and what is below it drawn."""

    def write(self, data: str) -> None:
        super().write(data.replace(_EVERY_MOVE, _WHILE_HELD))
