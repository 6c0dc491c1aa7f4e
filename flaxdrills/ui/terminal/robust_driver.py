"""The terminal, which may be gone or full at any moment."""

from __future__ import annotations

import codecs
import contextlib
import os
import select
import sys
import termios
from collections.abc import Callable
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from flaxdrills.ui.terminal.escape_key import with_escape_alone
from flaxdrills.ui.terminal.unmarked_paste import with_pastes_whole

_RESTORED = (
    "\x18"  # whatever sequence was cut off is over
    "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l"
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""What undoes all that the driver asked the terminal for."""

_CLEARED = "\x1b[H\x1b[2J"


def _decoder(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), "replace")


def read_robustly(reader: Any) -> None:
    """Have `reader`, where Textual reads the terminal, use a decoder and a parser of ours if it still has such."""
    if hasattr(reader, "getincrementaldecoder"):
        # A byte that is not UTF-8, such as a key in another locale, would be lost with all that came together with it.
        reader.getincrementaldecoder = _decoder
    if hasattr(reader, "XTermParser"):
        reader.XTermParser = with_pastes_whole(with_escape_alone(reader.XTermParser))


read_robustly(linux_driver)


class TerminalOutput:
    """The terminal as a file to write to. Nothing is raised where it is gone: that is found out elsewhere."""

    encoding = sys.__stderr__.encoding if sys.__stderr__ is not None else "utf-8"

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._text: list[str] = []

    def fileno(self) -> int:
        return self._descriptor

    def write(self, text: str) -> int:
        self._text.append(text)
        return len(text)

    def flush(self) -> None:
        """Write all at once: over a network each write may be a packet of its own."""
        data = memoryview("".join(self._text).encode(self.encoding, "backslashreplace"))
        self._text.clear()
        with contextlib.suppress(OSError):
            while data:
                try:
                    data = data[os.write(self._descriptor, data) :]
                except BlockingIOError:
                    # Some other program left the terminal that way.
                    select.select([], [self._descriptor], [])


def write_robustly(driver: Any) -> None:
    """Have `driver` write to a TerminalOutput, if it still writes to a file that can be replaced."""
    file = getattr(driver, "_file", None)
    if file is not None:
        driver._file = TerminalOutput(file.fileno())


_drivers: WeakKeyDictionary[App[Any], RobustDriver] = WeakKeyDictionary()


def driver_of(app: App[Any]) -> RobustDriver | None:
    """The driver with which `app` runs; None where it runs without a terminal, as in tests."""
    return _drivers.get(app)


class RobustDriver(LinuxDriver):
    """Raises nothing where the terminal is gone, and gives back one that takes nothing more."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        write_robustly(self)
        self._has_terminal = False
        _drivers[app] = self

    def start_application_mode(self) -> None:
        self._has_terminal = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        # tmux, resized meanwhile, would leave what stood here above the shell's next line.
        self.write(_CLEARED)
        super().stop_application_mode()

    def close(self) -> None:
        super().close()
        # Until here, what gives the terminal back may still wait to be written.
        self._has_terminal = False

    def restore_at_once(self) -> None:
        """Give the terminal back without waiting for what is still to be written. Raises OSError and termios.error."""
        if not self._has_terminal:
            return
        # Opened anew, so that not to wait is a matter of this descriptor alone.
        terminal = os.open("/dev/tty", os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        termios.tcflush(terminal, termios.TCOFLUSH)
        os.write(terminal, _RESTORED.encode())
        if self.attrs_before is not None:
            termios.tcsetattr(terminal, termios.TCSANOW, self.attrs_before)

    def stop_reading(self) -> None:
        """Read no more where the terminal is gone: it would give nothing again and again, without a pause."""
        if not os.isatty(self.fileno):
            self.exit_event.set()

    def run_input_thread(self) -> None:
        # What watches the terminal ends the app; a failed read is no news.
        with contextlib.suppress(OSError):
            while not self.exit_event.is_set():
                with contextlib.suppress(UnicodeDecodeError):
                    super().run_input_thread()
