"""What is waited for from another process."""

from __future__ import annotations

import asyncio
import time

import pytest

from flaxdrills.judging.events import Preparing, Ready
from flaxdrills.judging.protocol import Job, Preparation
from flaxdrills.judging.worker_connection import WorkerConnection, wait_until_set
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.system.paths import content_folder
from flaxdrills.system.settings import Platform


async def test_it_ends_when_the_event_comes() -> None:
    event = asyncio.Event()
    asyncio.get_running_loop().call_soon(event.set)
    await wait_until_set(event, 30)
    assert event.is_set()


async def test_the_waiting_has_an_end() -> None:
    with pytest.raises(TimeoutError):
        await wait_until_set(asyncio.Event(), 0.03, step_s=0.01)


async def test_what_came_while_nothing_could_be_heard_is_heard() -> None:
    event, loop = asyncio.Event(), asyncio.get_running_loop()

    def be_stopped() -> None:
        # As SIGSTOP does: no callback runs, and the clock goes on.
        time.sleep(0.3)
        loop.call_later(0.01, event.set)

    loop.call_soon(be_stopped)
    await wait_until_set(event, 0.2, step_s=0.1)


async def test_a_worker_is_busy_until_it_is_ready_and_with_its_job() -> None:
    problem = next(iter(load_catalogue(content_folder())))
    ready = Ready("cpu", (), (), 1.0)
    spare, asked = (WorkerConnection(Preparation.of(problem, Platform.CPU)) for _ in range(2))
    for worker in (spare, asked):
        worker.hear(Preparing("starting"))
        assert worker.busy.is_set()
    # Before it is ready.
    asked.give(Job("", "mine.py"))
    for worker in (spare, asked):
        worker.hear(ready)
    assert asked.busy.is_set()
    assert not spare.busy.is_set()
    spare.give(Job("", "mine.py"))
    assert spare.busy.is_set()
