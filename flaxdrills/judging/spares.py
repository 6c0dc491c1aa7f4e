"""Prepared workers that wait for a solution."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from flaxdrills.judging.events import Event, Preparing, Ready
from flaxdrills.judging.protocol import Preparation
from flaxdrills.judging.worker_connection import OnEvent, WorkerConnection

RESTING = "resting; any key wakes a worker"
"""The stage that is told when spares were let go because nobody used them."""

_REST_S = 600.0
"""How long a spare waits for a solution, in seconds."""
_ROOM_BYTES = 4 * 2**30
"""With so much memory to be had there is a second spare."""


class SpareWorkers:
    """The workers that wait, all for the same problem. Where memory allows there are two.

    After ten minutes without a solution they are let go; the next `keep` has new ones.
    """

    def __init__(self, start: Callable[[Preparation], WorkerConnection], rest_s: float = _REST_S) -> None:
        self._start = start
        self._rest_s = rest_s
        self._waiting: list[WorkerConnection] = []
        self._preparation: Preparation | None = None
        self._rest: asyncio.TimerHandle | None = None

    def keep(self, preparation: Preparation, on_event: OnEvent) -> None:
        """Have a spare for `preparation`, unless there is one; `on_event` hears how it gets ready."""
        if preparation != self._preparation:
            self.close()
            self._preparation = preparation
        self._waiting = [worker for worker in self._waiting if not worker.ended.is_set()]
        if not self._waiting:
            self._waiting.append(self._start(preparation))

        def hear(event: Event) -> None:
            on_event(event)
            if isinstance(event, Ready):
                self._have_another(preparation)

        self._waiting[0].listen(hear)
        if self._rest is not None:
            self._rest.cancel()
        self._rest = asyncio.get_running_loop().call_later(self._rest_s, self._let_go, on_event)

    def take(self, preparation: Preparation) -> WorkerConnection | None:
        """The spare for `preparation` that is furthest on, no longer one now; None where there is none."""
        if preparation != self._preparation:
            return None
        while self._waiting:
            worker = self._waiting.pop(0)
            if not worker.ended.is_set():
                return worker
        return None

    def close(self) -> None:
        """End all spares."""
        for worker in self._waiting:
            worker.close()
        self._waiting.clear()
        self._preparation = None
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    def _have_another(self, preparation: Preparation) -> None:
        if preparation == self._preparation and len(self._waiting) == 1 and _has_room():
            self._waiting.append(self._start(preparation))

    def _let_go(self, on_event: OnEvent) -> None:
        self.close()
        on_event(Preparing(RESTING))


def _has_room() -> bool:
    # Imported when a first spare is ready, so that it costs no start anything.
    import psutil

    return bool(psutil.virtual_memory().available >= _ROOM_BYTES)
