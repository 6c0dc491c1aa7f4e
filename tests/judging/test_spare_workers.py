"""SpareWorkers: when there are some, how many, and for whom."""

from __future__ import annotations

import asyncio

import pytest

from flaxdrills.judging.events import Event, Preparing, Ready
from flaxdrills.judging.protocol import Preparation, Task
from flaxdrills.judging.spare_workers import SpareWorkers
from flaxdrills.judging.worker_connection import WorkerConnection
from flaxdrills.judging.worker_stages import RESTING
from flaxdrills.system.settings import Platform

READY = Ready("cpu", (), (), 0.1)


def preparation(folder: str = "/a") -> Preparation:
    return Preparation(Task.JUDGE, folder, "f", 1, Platform.CPU, 120.0, 10.0, 4096, 64)


class Starts:
    """Starts workers that are no processes, and keeps them."""

    def __init__(self) -> None:
        self.workers: list[WorkerConnection] = []

    def __call__(self, wanted: Preparation) -> WorkerConnection:
        self.workers.append(WorkerConnection(wanted))
        return self.workers[-1]


@pytest.fixture
def starts() -> Starts:
    return Starts()


@pytest.fixture(params=[True, False], ids=["room", "no room"])
def room(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether there is memory for a second spare."""
    monkeypatch.setattr("flaxdrills.judging.spare_workers._is_room_for_another", lambda: request.param)
    return bool(request.param)


async def test_there_is_a_second_spare_where_there_is_room_once_the_first_is_ready(starts: Starts, room: bool) -> None:
    spares = SpareWorkers(starts)
    spares.keep(preparation(), lambda _: None)
    assert len(starts.workers) == 1
    starts.workers[0].hear(READY)
    assert len(starts.workers) == (2 if room else 1)
    spares.close()
    assert all(worker.closed for worker in starts.workers)


async def test_a_spare_is_taken_once_and_only_for_its_problem(starts: Starts, room: bool) -> None:
    spares = SpareWorkers(starts)
    spares.keep(preparation(), lambda _: None)
    starts.workers[0].hear(READY)
    assert spares.take(preparation("/other")) is None
    assert spares.take(preparation()) is starts.workers[0]
    assert spares.take(preparation()) is (starts.workers[1] if room else None)
    assert spares.take(preparation()) is None
    spares.close()


async def test_another_problem_ends_the_spares_of_the_one_before(starts: Starts) -> None:
    spares = SpareWorkers(starts)
    spares.keep(preparation("/a"), lambda _: None)
    spares.keep(preparation("/b"), lambda _: None)
    assert [worker.closed for worker in starts.workers] == [True, False]
    spares.close()


async def test_a_spare_that_has_died_is_replaced(starts: Starts) -> None:
    spares = SpareWorkers(starts)
    spares.keep(preparation(), lambda _: None)
    starts.workers[0].ended.set()
    assert spares.take(preparation()) is None
    spares.keep(preparation(), lambda _: None)
    assert spares.take(preparation()) is starts.workers[1]
    spares.close()


async def test_who_asks_again_hears_what_was_said_before(starts: Starts) -> None:
    spares, heard = SpareWorkers(starts), list[Event]()
    spares.keep(preparation(), lambda _: None)
    starts.workers[0].hear(Preparing("opening the device"))
    spares.keep(preparation(), heard.append)
    assert heard == [Preparing("opening the device")]
    assert len(starts.workers) == 1
    spares.close()


async def test_spares_that_nobody_uses_are_let_go_and_made_again(starts: Starts) -> None:
    spares, heard = SpareWorkers(starts, unused_s=0.01), list[Event]()
    spares.keep(preparation(), heard.append)
    async with asyncio.timeout(30):
        while not heard:
            await asyncio.sleep(0.005)
    assert starts.workers[0].closed
    assert heard == [Preparing(RESTING)]
    spares.keep(preparation(), heard.append)
    assert len(starts.workers) == 2
    spares.close()
