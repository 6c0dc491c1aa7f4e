"""Where a run is at this moment: asked for with a signal, answered by faulthandler without the learner's help.

The answer is written by the signal's handler itself, in C: it comes whatever Python is busy with, a loop in
compiled code included, unless the signal is blocked. What is read here may be forged by the learner's code,
and decides nothing.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import os
import re
import select
import signal
from collections.abc import Iterator
from dataclasses import dataclass

from flaxdrills.judging.events import StackFrame
from flaxdrills.judging.protocol import Job
from flaxdrills.system.sanitize import visible
from flaxdrills.worker.explain.exception import both_ends
from flaxdrills.worker.jax_internals.call_phases import phase_of

_SIGNAL = signal.SIGXCPU
"""Time is up. Nobody else sends it, and jax leaves it alone."""

ASKS_FOR_NUMBERS = signal.SIGUSR2
"""What the losses so far are asked for with (run/numbers_so_far.py)."""

_ANSWER_S = 0.2
"""How long an answer may take to begin."""
_PAUSE_S = 0.02
"""An answer that pauses for so long is complete."""
_LIMIT = 1 << 16

_FRAME = re.compile(r'  File "(.*)", line (\d+) in (.*)')
_LONGEST_NAME = 500
"""Of a file, in what faulthandler writes."""


@dataclass(frozen=True, slots=True)
class StackPosition:
    """Where a run is."""

    phase: str = "running"
    frames: tuple[StackFrame, ...] = ()
    """The learner's own, outermost first."""


def answer_on(descriptor: int) -> None:
    """In the process that will be asked: answer on `descriptor`, and never wait for room there."""
    os.set_blocking(descriptor, False)
    faulthandler.register(_SIGNAL, file=descriptor, all_threads=False, chain=False)


def ask(pid: int, descriptor: int) -> str:
    """What the process `pid` writes to the other end of `descriptor` about where it is; "" if it does not."""
    os.set_blocking(descriptor, False)
    _read(descriptor, 0.0)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        _signal_main_thread(pid)
        # It may have stopped itself; then it answers before it goes on.
        os.kill(pid, signal.SIGCONT)
    answer = _read(descriptor, _ANSWER_S)
    while more := _read(descriptor, _PAUSE_S):
        answer += more
        if len(answer) > _LIMIT:
            break
    return answer.decode("ascii", "replace")


def position_in(stack: str, job: Job) -> StackPosition:
    """The position that `stack`, as faulthandler writes it, tells of."""
    found = list(_frames(stack))
    lines = job.source.split("\n")
    own = job.filename.encode("ascii", "backslashreplace").decode()[:_LONGEST_NAME]
    frames = tuple(
        StackFrame(line, visible(function), visible(lines[line - 1].strip()) if 0 < line <= len(lines) else "")
        for file, line, function in reversed(found)
        if file == own or (len(own) == _LONGEST_NAME and file.startswith(own))
    )
    return StackPosition(phase_of((file, function) for file, _, function in found), both_ends(frames))


def _frames(stack: str) -> Iterator[tuple[str, int, str]]:
    """File, line and function, innermost first."""
    for line in stack.splitlines():
        if match := _FRAME.fullmatch(line):
            yield match[1], int(match[2]), match[3]


def _signal_main_thread(pid: int) -> None:
    """Where there is a way to: the kernel would give the signal to any thread while the main one is stopped."""
    send = getattr(ctypes.CDLL(None), "tgkill", None)
    if send is None:
        os.kill(pid, _SIGNAL)
    else:
        send(pid, pid, _SIGNAL)


def _read(descriptor: int, wait_s: float) -> bytes:
    ready, _, _ = select.select([descriptor], [], [], wait_s)
    return os.read(descriptor, _LIMIT) if ready else b""
