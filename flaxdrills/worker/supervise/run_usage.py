"""What a run uses, measured and held against its limits (problems/run_limits.py)."""

from __future__ import annotations

import time

from flaxdrills.judging.events import Died, Killed, Limit
from flaxdrills.problems.run_limits import PROCESSES, SCRATCH_BYTES, SCRATCH_ENTRIES, THREADS, added_s
from flaxdrills.worker.supervise import process_tree
from flaxdrills.worker.supervise.folder_usage import folder_excess
from flaxdrills.worker.supervise.process_usage import memory_bytes, nameless_bytes, process_usage


class TimeAllowance:
    """The time that the process `pid` has from now on: `limit_s`, and within bounds what it waits for the machine."""

    def __init__(self, pid: int, limit_s: float) -> None:
        self._pid = pid
        self._limit_s = limit_s
        self._began = time.monotonic()
        self._starved_s = process_tree.starved_s(pid)

    def deadline(self) -> float:
        """When its time is up, as far as is known now; on the clock of `time.monotonic`."""
        return self._began + self._limit_s + added_s(self._limit_s, self._waited_s)

    @property
    def told(self) -> str:
        """How long that was, in words."""
        waited = added_s(self._limit_s, self._waited_s)
        return f"{self._limit_s:g} s" + (
            f" (and {waited:.0f} s of waiting for the busy machine)" if waited >= 1 else ""
        )

    @property
    def _waited_s(self) -> float:
        # The first thread sleeps while others compile for it, so what counts is the one that waited longest.
        now = process_tree.starved_s(self._pid)
        return max((waited - self._starved_s.get(thread, 0.0) for thread, waited in now.items()), default=0.0)


def excess(pid: int, memory_mib: int, scratch: str) -> Died | Killed | None:
    """Why the process `pid` and all below it must be ended: too many processes or threads, or too much memory.

    Or more on disk, in the folder `scratch`, than there may be.
    """
    family = process_tree.family(pid)
    if len(family) > PROCESSES:
        # Many of them would take long to sum up, and would be more by then.
        return Died(f"It started more than {PROCESSES} processes, and was ended.")
    usages = [process_usage(process) for process in family]
    if sum(usage.threads for usage in usages) > THREADS:
        return Died(f"It started more than {THREADS:,} threads, and was ended.")
    held, on_disk = nameless_bytes(usages)
    used = (held + memory_bytes(usages, memory_mib * 2**20)) // 2**20
    if used > memory_mib:
        return Killed(Limit.MEMORY, f"It used {used:,} MiB of memory, more than the {memory_mib:,} MiB that it may.")
    if filled := folder_excess(scratch, SCRATCH_ENTRIES, SCRATCH_BYTES, on_disk):
        return Died(f"It filled its folder on your disk with {filled}, and was ended.")
    return None
