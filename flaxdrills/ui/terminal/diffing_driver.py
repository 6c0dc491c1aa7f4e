"""The terminal; it is sent only what changes on it."""

from __future__ import annotations

import re
import signal
import threading
from types import FrameType

from textual.events import Resize
from textual.message import Message

from flaxdrills.ui.terminal.robust_driver import RobustDriver
from flaxdrills.ui.terminal.screen_diff import ScreenDiff

_DRAWING = re.compile(r"\x1b\[[0-9]+;[0-9]+H")
_SILENT = re.compile(r"(\x1b\[[0-9;?<>=$]*[a-zA-Z]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x07)*")
_CLICKS_AND_DRAGS = (1000, 1002, 1015, 1006)
"""The modes in which a terminal tells of the mouse's buttons and wheel, and of its way while a button is held."""
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""What encloses an update that the terminal is to show in one piece."""


class DiffingDriver(RobustDriver):
    """Sends what differs from what stands on the terminal already.

    Textual draws the whole of a widget that changed: for one step in a list of problems on 40 lines that is 15 KB,
    and a second on a line of 120 kbit/s.
    """

    _frame: ScreenDiff
    _held = ""
    """The beginning of an update of which nothing was sent yet."""

    def start_application_mode(self) -> None:
        self._frame = ScreenDiff()
        self._is_doubtful = threading.Event()
        super().start_application_mode()
        before = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, at: FrameType | None) -> None:
            self.doubt()
            if callable(before):
                before(number, at)

        signal.signal(signal.SIGWINCH, resized)

    def process_message(self, message: Message) -> None:
        if isinstance(message, Resize):
            self.doubt()
        super().process_message(message)

    def doubt(self) -> None:
        """The terminal may show something else than what was sent: all of the next drawing is sent."""
        self._is_doubtful.set()

    @property
    def _drawn_size(self) -> tuple[int, int] | None:
        """The size that the screen is laid out for."""
        return self._app.screen.size if self._app.screen_stack else None

    def write(self, data: str) -> None:
        if data == _BEGIN:
            self._held = data
            return
        if data == _END and self._held:
            self._held = ""
            return
        if self._is_doubtful.is_set():
            self._is_doubtful.clear()
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
            super().write(self._held + data)
            self._held = ""


class SlowLineDriver(DiffingDriver):
    """Hears of the mouse what it does, not where it goes: each step would be sent, and what is below it drawn."""

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            for mode in _CLICKS_AND_DRAGS:
                self.write(f"\x1b[?{mode}h")

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            for mode in _CLICKS_AND_DRAGS:
                self.write(f"\x1b[?{mode}l")
