"""A terminal that a test can type into and read: a real pty, its screen kept by pyte."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType

import pexpect
import psutil
import pyte

# What terminals answer and pyte does not know, so that it does not end up as text.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[[0-9;?]*\$[a-z]")


class Terminal:
    """A program in a terminal of `size` columns and rows."""

    def __init__(self, command: Sequence[str], size: tuple[int, int], environment: Mapping[str, str]) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self.written = 0
        """How many bytes the program wrote so far."""
        self.heard_at = 0.0
        """The moment when the last of it came: before pyte, which takes its time, read it."""
        self._stream = pyte.ByteStream(self.screen)
        self._text: str | None = None
        """What is on the screen, until something is written: to put it together takes as long as a short wait."""
        self.process: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env=dict(environment),
            timeout=None,
            encoding=None,
        )
        # Else every key would be sent 50 ms late.
        self.process.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.close(force=True)

    @property
    def text(self) -> str:
        """What a person would read now."""
        if self._text is None:
            self._text = "\n".join(line.rstrip() for line in self.screen.display)
        return self._text

    def press(self, keys: str) -> None:
        """Type `keys`."""
        self.process.send(keys)

    def wait_until(self, holds: Callable[[str], bool], limit_s: float = 60.0) -> float:
        """Seconds until `holds` is true of the text on the screen.

        Raises AssertionError, with the screen, after `limit_s`.
        """
        began = time.perf_counter()
        while not holds(self.text):
            if time.perf_counter() - began > limit_s:
                raise AssertionError(f"this did not come within {limit_s} s; the screen is\n{self.text}")
            if not self._read(0.01) and not self.process.isalive():
                raise AssertionError(f"the program ended; the screen is\n{self.text}")
        return time.perf_counter() - began

    def wait_for(self, text: str, limit_s: float = 60.0) -> float:
        """Seconds until `text` is on the screen."""
        return self.wait_until(lambda screen: text in screen, limit_s)

    def settle(self, quiet_s: float = 0.3) -> None:
        """Wait until nothing has been written for `quiet_s`."""
        last = time.perf_counter()
        while time.perf_counter() - last < quiet_s:
            if self._read(0.01):
                last = time.perf_counter()

    def feed(self, data: bytes) -> None:
        """Show `data`, which something else than the program wrote."""
        self._text = None
        self._stream.feed(data)

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size."""
        self.process.setwinsize(rows, columns)
        self.screen.resize(rows, columns)
        self._text = None

    def hang_up(self) -> list[psutil.Process]:
        """Close the terminal, as a dropped line does; returns the processes that there were."""
        family = self.family()
        # Closed in a way that leaves pexpect a descriptor to close later.
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, self.process.child_fd)
        os.close(nowhere)
        return family

    def family(self) -> list[psutil.Process]:
        """The program and every process below it."""
        program = psutil.Process(self.process.pid)
        return [program, *program.children(recursive=True)]

    def wait_for_end(self, limit_s: float = 60.0) -> int:
        """The exit status of the program, once it has ended."""
        end = time.perf_counter() + limit_s
        while self.process.isalive():
            self._read(0.02)
            assert time.perf_counter() < end, f"the program did not end; the screen is\n{self.text}"
        return int(self.process.exitstatus if self.process.exitstatus is not None else -1)

    def _read(self, seconds: float) -> bool:
        try:
            data = self.process.read_nonblocking(1 << 16, seconds)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.written += len(data)
        self.heard_at = time.perf_counter()
        if b"\x1b[c" in data or b"\x1b[0c" in data:
            self.press("\x1b[?62;c")
        self._text = None
        self._stream.feed(_UNKNOWN.sub(b"", data))
        return True


def all_gone(family: Sequence[psutil.Process], limit_s: float = 60.0) -> bool:
    """Whether every process of `family` ends within `limit_s`; a zombie has ended."""
    end = time.perf_counter() + limit_s
    while any(map(lives, family)):
        if time.perf_counter() > end:
            return False
        time.sleep(0.05)
    return True


def lives(process: psutil.Process) -> bool:
    """Whether `process` has not ended; a zombie has."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
