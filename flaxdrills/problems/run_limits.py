"""What one run of a solution may use: how long, how much memory, how many processes. Every number stands here.

What a run uses is measured in worker/supervise/run_usage.py; the kernel bounds files, in sandbox/rlimits.py.
"""

from __future__ import annotations

from dataclasses import dataclass

PROCESSES = 128
"""How many a solution may have at once, its own included."""
THREADS = 1024
"""How many threads its processes may have together; jax has some twenty in each."""
FILE_BYTES = 512 * 2**20
"""The largest file that it may write."""
SCRATCH_BYTES = 2**30
"""How much it may have on disk, all its files together."""
SCRATCH_ENTRIES = 10_000
"""How many files and folders it may have there: afterwards they are removed one by one."""
OPEN_FILES = 1024
"""How many files each of its processes may have open."""
AFTER_VERDICT_S = 4.0
"""How long may be described and measured after the verdict."""
OURS_S = 60.0
"""How long what comes with a problem may run, at the least: it ends by itself, and the machine may be busy."""

_AT_MOST = 3.0
"""How many times its limit a run may last on a busy machine."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a problem may set."""

    run_s: float = 10.0
    """Seconds of the learner's own time; getting ready is not counted."""
    prepare_s: float = 120.0
    """Seconds that a worker may take to get ready."""
    memory_mib: int = 4096
    """Resident memory of the whole process tree."""
    output_kib: int = 64
    """How much of what the solution prints is kept."""


def added_s(limit_s: float, waited_s: float) -> float:
    """What is added to the limit of a run that waited so long for a busy machine."""
    return min(waited_s, (_AT_MOST - 1) * limit_s)
