"""What a run uses, measured and held against its limits (problems/run_limits.py)."""

from __future__ import annotations

import time

from flaxdrills.judging.events import Died, Killed, Limit
from flaxdrills.problems.run_limits import PROCESSES, THREADS, added_s
from flaxdrills.worker.supervise import process_tree


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


def excess(pid: int, memory_mib: int) -> Died | Killed | None:
    """Why the process `pid` and all below it must be ended: too many processes or threads, or too much memory."""
    family = process_tree.family(pid)
    if len(family) > PROCESSES:
        # Many of them would take long to sum up, and would be more by then.
        return Died(f"It started more than {PROCESSES} processes, and was ended.")
    if process_tree.threads(family) > THREADS:
        return Died(f"It started more than {THREADS:,} threads, and was ended.")
    used = process_tree.resident_bytes(family, memory_mib * 2**20) // 2**20
    if used > memory_mib:
        return Killed(Limit.MEMORY, f"It used {used:,} MiB of memory, more than the {memory_mib:,} MiB that it may.")
    return None
