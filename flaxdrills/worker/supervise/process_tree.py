"""Every process below this one, also those that tried to get away."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import time
import warnings
from collections.abc import Container

import psutil

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36

_KERNEL_TELLS = os.path.exists(f"/proc/self/task/{os.getpid()}/children")


def adopt_orphans() -> None:
    """On Linux: a process below this one whose parent ends becomes this one's child, whatever session it is in."""
    _prctl(_PR_SET_CHILD_SUBREAPER)


def die_with_parent() -> None:
    """On Linux: the kernel kills this process when its parent ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def fork() -> int:
    """As `os.fork`, without the warnings of it: whoever calls this has made sure that it is safe. Raises OSError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return os.fork()


def wake_on_child() -> int:
    """A descriptor that can be read whenever a child of this process has ended."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    return reading


def forget_wakes() -> None:
    """In a forked child: undo `wake_on_child`."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    writing = signal.set_wakeup_fd(-1)
    if writing >= 0:
        os.close(writing)


def reap(pid: int) -> int | None:
    """How the child `pid` has ended, as `os.waitstatus_to_exitcode` tells it; None while it runs.

    Its remains are taken away; of what is no child of this process any more nothing is known, and 0 is told.
    """
    try:
        found, status = os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return 0
    return os.waitstatus_to_exitcode(status) if found == pid else None


def kill_descendants(spare: Container[int] = (), limit_s: float = 5.0) -> bool:
    """Kill everything below this process except the children in `spare` and what is below those.

    Returns whether all is gone, which it is unless the kernel holds a process back for `limit_s`.
    """
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        left = [child for child in _children() if child.pid not in spare]
        if not left:
            return True
        # One look at all of them where that is enough: a fork bomb must not outrun it.
        below = [child for parent in left for child in _children(parent, True)] if spare else _children(None, True)
        for process in (*left, *below):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(process.pid, signal.SIGKILL)
        for process in (*left, *below):
            reap(process.pid)
        time.sleep(0.002)
    return False


def family(pid: int) -> list[psutil.Process]:
    """The process `pid` and everything below it."""
    try:
        process = psutil.Process(pid)
    except psutil.NoSuchProcess:
        return []
    return [process, *_children(process, recursive=True)]


def starved_s(pid: int) -> dict[int, float]:
    """For how long each thread of the process `pid` could have run and was not let, in seconds, by the thread's id.

    Empty where the system does not tell (Linux does: Documentation/scheduler/sched-stats.rst).
    """
    starved: dict[int, float] = {}
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            schedstat = f"/proc/{pid}/task/{thread}/schedstat"
            with contextlib.suppress(OSError, ValueError, IndexError), open(schedstat, encoding="ascii") as file:
                starved[int(thread)] = int(file.read().split()[1]) / 1e9
    return starved


def _children(process: psutil.Process | None = None, recursive: bool = False) -> list[psutil.Process]:
    if not _KERNEL_TELLS:
        # This looks at every process of the machine, and on a large one there are thousands.
        with contextlib.suppress(psutil.NoSuchProcess):
            return (process or psutil.Process()).children(recursive=recursive)
        return []
    found: list[psutil.Process] = []
    for pid in _pids_below(os.getpid() if process is None else process.pid):
        with contextlib.suppress(psutil.NoSuchProcess):
            child = psutil.Process(pid)
            found.append(child)
            if recursive:
                found += _children(child, recursive=True)
    return found


def _pids_below(pid: int) -> list[int]:
    """The children of each thread of the process `pid`, as the kernel lists them (proc_pid_children(5))."""
    pids: list[int] = []
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):
            with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{thread}/children", encoding="ascii") as file:
                pids += map(int, file.read().split())
    return pids


def _prctl(option: int, value: int = 1) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)
