"""When the time of what a worker does is up, and when its processes are measured."""

from __future__ import annotations

import math
import time

from flaxdrills.judging.events import Died, Killed
from flaxdrills.problems.run_limits import AFTER_VERDICT_S
from flaxdrills.worker.supervise import run_usage

_CHECK_EVERY_S = 0.05
"""How often memory and disk are measured while a solution runs."""

_CHECK_SHARE = 10
"""Measuring takes at most one part in so many of the time."""


_LATE_S = 1.0
"""Who is woken so much too late was stopped meanwhile, most likely with all else: that time is not the run's."""


class LimitWatch:
    """The limits that hold now: of getting ready first, then of a run, then of what follows its verdict."""

    def __init__(self, prepare_s: float, scratch: str) -> None:
        """`scratch` is the folder that a solution may fill."""
        self._deadline = time.monotonic() + prepare_s
        self._next_check = math.inf
        self._allowance: run_usage.TimeAllowance | None = None
        self._pid = 0
        self._memory_mib = 0
        self._scratch = scratch
        self._lost_s = 0.0
        """For how long this process was stopped."""
        self._next_look = math.inf

    def begin_run(self, pid: int, run_s: float, memory_mib: int) -> None:
        """From now on the process `pid` runs a solution."""
        self._pid, self._memory_mib = pid, memory_mib
        self._allowance = run_usage.TimeAllowance(pid, run_s)
        self._deadline, self._lost_s, self._next_look = self._allowance.deadline(), 0.0, math.inf
        self._next_check = time.monotonic() + _CHECK_EVERY_S

    def begin_after_verdict(self) -> None:
        """From now on the same process does what follows a verdict."""
        self._allowance = None
        self._deadline = time.monotonic() + AFTER_VERDICT_S

    @property
    def wait_s(self) -> float:
        """How long nothing needs to be done."""
        now = time.monotonic()
        self._next_look = max(min(self._deadline, self._next_check), now)
        return self._next_look - now

    @property
    def is_time_up(self) -> bool:
        """Whether the deadline is over. Time in which a busy machine let a run do nothing is not its own."""
        now = time.monotonic()
        if (late := now - self._next_look) > _LATE_S:
            self._deadline += late
            self._lost_s += late
            self._next_look = now
        if now >= self._deadline and self._allowance is not None:
            self._deadline = self._allowance.deadline() + self._lost_s
        return now >= self._deadline

    @property
    def run_told(self) -> str:
        """How long the run was given, in words."""
        return "" if self._allowance is None else self._allowance.told

    def excess(self) -> Died | Killed | None:
        """Measure the processes if it is time to; why they must be ended, if they must."""
        now = time.monotonic()
        if now < self._next_check:
            return None
        found = run_usage.excess(self._pid, self._memory_mib, self._scratch)
        self._next_check = time.monotonic() + max(_CHECK_EVERY_S, _CHECK_SHARE * (time.monotonic() - now))
        return found
