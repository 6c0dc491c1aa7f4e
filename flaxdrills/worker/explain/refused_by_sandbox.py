"""What the fence around a run (flaxdrills/sandbox) refused, told from what the system itself refuses to anybody."""

from __future__ import annotations

import errno
import multiprocessing
import os
from pathlib import Path
from types import TracebackType

from flaxdrills.sandbox.seccomp import can_filter_system_calls

_PROCESSES = str(Path(multiprocessing.__file__).parent) + os.sep

_WRITES = (
    "A run writes in its own folder only, which is its current folder and the one of `tempfile`, so that no program "
    "that you try here can change your files. It may read others, but no terminal, and neither your journal nor your "
    "history; a file that is new in your home folder it reads the next time."
)
_SHARES = (
    "A run starts no processes that share memory. The locks, queues and pools of `multiprocessing` are files that all "
    "programs of the machine can open, and a run writes in its own folder only, so that nothing of it stays behind. "
    "Threads work, with `threading.Lock`, `queue.Queue` and `concurrent.futures.ThreadPoolExecutor`."
)
_APART = (
    "A run is kept apart from the other programs of this machine: it opens no connection, sends nothing to a socket "
    "by its address, shares no memory, and changes limits and priorities of its own process only."
)


def cause_of_refusal(error: BaseException) -> str:
    """Why the fence refused what raised `error`; "" where it was not the fence."""
    if not isinstance(error, PermissionError) or error.errno != errno.EACCES:
        return ""
    if _passes_through(error.__traceback__, _PROCESSES):
        return _SHARES
    if error.filename is None and can_filter_system_calls():
        return _APART
    return _WRITES if any(map(_could_be_written, (error.filename, error.filename2))) else ""


def _passes_through(trace: TracebackType | None, folder: str) -> bool:
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(folder):
            return True
        trace = trace.tb_next
    return False


def _could_be_written(path: object) -> bool:
    """Whether the system would let this user write there: access(2) does not ask the fence."""
    if not isinstance(path, str | bytes):
        return False
    place = Path(os.fsdecode(path))
    return os.access(place if place.exists() else place.parent, os.W_OK)
