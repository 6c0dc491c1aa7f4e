"""Prepared workers that wait for a solution."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from flaxdrills.judging.events import Event, Interrupted, Preparing, Ready
from flaxdrills.judging.protocol import Preparation
from flaxdrills.judging.worker_connection import OnEvent, WorkerConnection
from flaxdrills.judging.worker_stages import RESTING
from flaxdrills.system.free_memory import free_bytes

_UNUSED_S = 600.0
"""How long a spare waits for a solution, in seconds."""

_BYTES_FOR_ANOTHER = 8 * 2**30
"""With so much memory free there is a second one, once the first has been ready for a while."""

_SECOND_AFTER_S = 1.5
"""So long after the first: a save right after opening has the processor for itself."""


class SpareWorkers:
    """The workers that wait, all for the same problem: one, and where there is memory a second one.

    The second is for a save that comes before there is another first.

    Those that nobody used for long are ended; the next `keep` has new ones.
    """

    def __init__(
        self,
        start: Callable[[Preparation], WorkerConnection],
        unused_s: float = _UNUSED_S,
        second_after_s: float = _SECOND_AFTER_S,
    ) -> None:
        self._start = start
        self._unused_s = unused_s
        self._second_after_s = second_after_s
        self._waiting: list[WorkerConnection] = []
        self._preparation: Preparation | None = None
        self._timer: asyncio.TimerHandle | None = None

    def keep(self, preparation: Preparation, on_event: OnEvent) -> None:
        """Have a spare for `preparation`, unless there is one; `on_event` hears how it gets ready.

        One that is ended from outside is replaced, once, and nothing is said of that.
        """
        self._keep(preparation, on_event, replace=True)

    def _keep(self, preparation: Preparation, on_event: OnEvent, *, replace: bool) -> None:
        if preparation != self._preparation:
            self.close()
            self._preparation = preparation
        self._waiting = [worker for worker in self._waiting if not worker.is_over]
        if not self._waiting:
            self._waiting.append(self._start(preparation))

        def hear(event: Event) -> None:
            if isinstance(event, Interrupted) and replace:
                asyncio.get_running_loop().call_soon(self._replace, preparation, on_event)
                return
            on_event(event)
            if isinstance(event, Ready):
                asyncio.get_running_loop().call_later(self._second_after_s, self._start_others, preparation)

        self._waiting[0].listen(hear)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._unused_s, self._end_unused, on_event)

    def take(self, preparation: Preparation) -> WorkerConnection | None:
        """The spare for `preparation` that is furthest on, no longer one now; None where there is none."""
        if preparation != self._preparation:
            return None
        while self._waiting:
            worker = self._waiting.pop(0)
            if not worker.is_over:
                return worker
        return None

    def close(self) -> None:
        """End all spares."""
        for worker in self._waiting:
            worker.close()
        self._waiting.clear()
        self._preparation = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _start_others(self, preparation: Preparation) -> None:
        # Where there is none at all, who took the last one asks for more.
        if preparation == self._preparation and len(self._waiting) == 1 and _is_room_for_another():
            self._waiting.append(self._start(preparation))

    def _replace(self, preparation: Preparation, on_event: OnEvent) -> None:
        if preparation == self._preparation:
            # The others come from the same process, and may not know yet that it is gone.
            self.close()
            self._keep(preparation, on_event, replace=False)

    def _end_unused(self, on_event: OnEvent) -> None:
        self.close()
        on_event(Preparing(RESTING))


def _is_room_for_another() -> bool:
    free = free_bytes()
    return free is None or free >= _BYTES_FOR_ANOTHER
