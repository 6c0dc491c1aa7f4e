"""SpareWorkers: when there are some, how many, and for whom."""

from __future__ import annotations

import asyncio

import pytest

from flaxdrills.judging import spare_workers
from flaxdrills.judging.events import Event, Interrupted, Preparing, Ready
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
    spares = SpareWorkers(starts, second_after_s=0.0)
    spares.keep(preparation(), lambda _: None)
    assert len(starts.workers) == 1
    starts.workers[0].hear(READY)
    # Not at once: a save that comes now has the processor for itself.
    assert len(starts.workers) == 1
    await asyncio.sleep(0.01)
    assert len(starts.workers) == (2 if room else 1)
    spares.close()
    assert all(worker.closed for worker in starts.workers)


async def test_a_spare_is_taken_once_and_only_for_its_problem(starts: Starts, room: bool) -> None:
    spares = SpareWorkers(starts, second_after_s=0.0)
    spares.keep(preparation(), lambda _: None)
    starts.workers[0].hear(READY)
    await asyncio.sleep(0.01)
    assert spares.take(preparation("/other")) is None
    assert spares.take(preparation()) is starts.workers[0]
    assert spares.take(preparation()) is (starts.workers[1] if room else None)
    assert spares.take(preparation()) is None
    spares.close()


async def test_a_first_that_is_taken_before_its_time_has_no_second(starts: Starts, room: bool) -> None:
    spares = SpareWorkers(starts, second_after_s=0.0)
    spares.keep(preparation(), lambda _: None)
    starts.workers[0].hear(READY)
    assert spares.take(preparation()) is starts.workers[0]
    await asyncio.sleep(0.01)
    assert len(starts.workers) == 1
    spares.close()


async def test_one_that_is_ended_from_outside_is_replaced_once(starts: Starts) -> None:
    spares, heard = SpareWorkers(starts), list[Event]()
    spares.keep(preparation(), heard.append)
    for number in range(2):
        starts.workers[number].hear(Interrupted("killed"))
        await asyncio.sleep(0.01)
    assert len(starts.workers) == 2
    assert heard == [Interrupted("killed")]
    spares.keep(preparation(), heard.append)
    assert len(starts.workers) == 3
    spares.close()


async def test_there_is_room_for_a_second_with_8_gib_free(monkeypatch: pytest.MonkeyPatch) -> None:
    for free, room in ((2**33, True), (2**33 - 1, False), (None, True)):
        monkeypatch.setattr("flaxdrills.judging.spare_workers.free_bytes", lambda free=free: free)
        assert spare_workers._is_room_for_another() is room


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
