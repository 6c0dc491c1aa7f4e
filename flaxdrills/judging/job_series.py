"""Several jobs, one after the other, for one worker."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from flaxdrills.judging.events import Broke, Event, FinalEvent, Preparing, Ready
from flaxdrills.judging.patience import wait_patiently
from flaxdrills.judging.protocol import Job, encode
from flaxdrills.judging.worker_connection import WorkerConnection

OnEventOf = Callable[[int, Event], None]
"""Hears an event of the job with that number."""


async def work_off(
    worker: WorkerConnection, left: deque[tuple[int, Job]], on_event: OnEventOf, patience_s: float
) -> None:
    """Take jobs from `left` for as long as `worker` lives, and tell of each when it is over.

    Every job hears how the worker got ready, and then of itself. A job that the worker left without a last
    word within `patience_s` stays.
    """
    said: list[Event] = []
    heard_last = asyncio.Event()

    def hear(event: Event) -> None:
        said.append(event)
        if isinstance(event, FinalEvent):
            heard_last.set()

    worker.listen(hear)
    ended = asyncio.create_task(worker.ended.wait())
    ended.add_done_callback(lambda _: heard_last.set())
    preamble: list[Event] = []
    try:
        await worker.started.wait()
        while left and worker.writer is not None:
            worker.writer.write(encode(left[0][1]))
            await wait_patiently(heard_last, patience_s)
            if not said or not isinstance(said[-1], FinalEvent):
                return
            preamble = preamble or [event for event in said if isinstance(event, Preparing | Ready)]
            # What cannot get ready for one gets ready for none.
            alike = len(left) if isinstance(said[-1], Broke) and not any(isinstance(e, Ready) for e in preamble) else 1
            own = [event for event in said if not isinstance(event, Preparing | Ready)]
            for _ in range(alike):
                number, _job = left.popleft()
                for event in (*preamble, *own):
                    on_event(number, event)
            said.clear()
            heard_last.clear()
    except TimeoutError:
        return
    finally:
        ended.cancel()
