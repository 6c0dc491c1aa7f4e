"""How processes end: hang-ups, requests to end, a terminal that is gone, and the signal that ended one, in words."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType

FROM_OUTSIDE = frozenset({signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGKILL, signal.SIGTERM})
"""What others end a process with. A process can send them to itself as well."""

_PATIENCE_S = 1.0
"""How long the app may take to end in order; workers then have the rest of two seconds."""


def is_from_outside(code: int) -> bool:
    """Whether others may have ended a process that ended with `code`, as `os.waitstatus_to_exitcode` tells it."""
    return -code in FROM_OUTSIDE


def exit_in_words(code: int) -> str:
    """How a process ended, by the same `code`."""
    if code >= 0:
        return f"exit status {code}"
    try:
        return f"{signal.strsignal(-code) or 'killed'} (signal {-code})"
    except ValueError:
        return f"signal {-code}"


class HangupWatcher:
    """Waits in a thread of its own for SIGHUP, SIGTERM, or the end of a terminal, which nobody need tell us of.

    The first of them ends the process: in order if it can, at once where it is held up, as by a full terminal.
    """

    def __init__(self, terminal: int, leave: Callable[[int], None], give_up: Callable[[], None]) -> None:
        self._terminal = terminal
        self._leave = leave
        """Called in the thread, with the exit status to come; it has the app end."""
        self._give_up = give_up
        """Called in the thread where that takes too long, right before the process is ended."""
        self._noted, self._notes = os.pipe()
        self.exit_status: int | None = None
        """What shells report of a process that a signal ended; None where none came."""

    def watch(self) -> None:
        """Begin; to be called in the main thread."""
        for number in (signal.SIGHUP, signal.SIGTERM):
            signal.signal(number, self._note)
        threading.Thread(target=self._wait, name="hang-up", daemon=True).start()

    def _note(self, number: int, frame: FrameType | None) -> None:
        # Nothing else may be done in here: whatever the main thread is at is half done.
        os.write(self._notes, bytes([number]))

    def _wait(self) -> None:
        self.exit_status = 128 + self._next()
        self._leave(self.exit_status)
        time.sleep(_PATIENCE_S)
        with contextlib.suppress(Exception):
            self._give_up()
        os._exit(self.exit_status)

    def _next(self) -> int:
        poll = select.poll()
        poll.register(self._noted, select.POLLIN)
        # That a terminal was hung up is told of unasked.
        poll.register(self._terminal, 0)
        while True:
            for descriptor, what in poll.poll():
                if descriptor == self._noted:
                    return os.read(self._noted, 1)[0]
                if what & (select.POLLHUP | select.POLLERR):
                    return signal.SIGHUP
                # macOS cannot poll terminals; there the signal has to do.
                poll.unregister(descriptor)
