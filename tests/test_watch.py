"""When a file is saved."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from flaxdrills import inotify, watch
from flaxdrills.watch import saves

LONG_ENOUGH_S = 0.5


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "solution.py"
    path.write_text("first")
    return path


@asynccontextmanager
async def noticed(path: Path) -> AsyncIterator[list[float]]:
    """The moments at which a save of `path` was noticed, from the baseline on."""
    moments: list[float] = []

    async def note() -> None:
        async for _ in saves(path):
            moments.append(time.monotonic())

    task = asyncio.create_task(note())
    await asyncio.sleep(0.1)
    try:
        yield moments
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_what_is_there_at_the_start_is_no_save(file: Path) -> None:
    async with noticed(file) as moments:
        await asyncio.sleep(LONG_ENOUGH_S)
        assert moments == []


async def test_a_save_is_noticed_once(file: Path) -> None:
    async with noticed(file) as moments:
        file.write_text("second")
        await asyncio.sleep(LONG_ENOUGH_S)
        assert len(moments) == 1


async def test_every_save_is_noticed(file: Path) -> None:
    async with noticed(file) as moments:
        for number in range(4):
            file.write_text("x" * number + "y")
            await asyncio.sleep(0.25)
        assert len(moments) == 4


async def test_a_save_is_noticed_in_time(file: Path) -> None:
    waits = []
    async with noticed(file) as moments:
        for number in range(12):
            file.write_text(f"{number} again")
            saved = time.monotonic()
            # No multiple of the interval, so that the saves fall at different points of it.
            await asyncio.sleep(0.31)
            waits.append(moments[-1] - saved)
    assert statistics.quantiles(waits)[2] < 0.15


async def test_a_file_renamed_over_it_is_one_save(file: Path) -> None:
    async with noticed(file) as moments:
        new = file.with_name(".new")
        new.write_text("other")
        os.utime(new, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
        os.replace(new, file)
        await asyncio.sleep(LONG_ENOUGH_S)
        assert len(moments) == 1


async def test_a_file_emptied_and_then_written_is_one_save(file: Path) -> None:
    async with noticed(file) as moments:
        with file.open("w") as out:
            await asyncio.sleep(0.2)
            assert file.stat().st_size == 0
            out.write("second")
        await asyncio.sleep(LONG_ENOUGH_S)
        assert len(moments) == 1


async def test_a_file_written_bit_by_bit_is_one_save_at_its_end(file: Path) -> None:
    async with noticed(file) as moments:
        with file.open("w") as out:
            for _ in range(20):
                out.write("x")
                out.flush()
                await asyncio.sleep(0.01)
        ended = time.monotonic()
        await asyncio.sleep(LONG_ENOUGH_S)
        assert len(moments) == 1
        assert moments[0] > ended


async def test_a_file_that_stays_empty_is_a_save(file: Path) -> None:
    async with noticed(file) as moments:
        file.write_text("")
        await asyncio.sleep(2 * LONG_ENOUGH_S)
        assert len(moments) == 1


async def test_a_file_may_be_missing_for_a_while(file: Path) -> None:
    async with noticed(file) as moments:
        file.rename(file.with_name("backup~"))
        await asyncio.sleep(0.3)
        assert moments == []
        file.write_text("second")
        await asyncio.sleep(LONG_ENOUGH_S)
        assert len(moments) == 1


async def test_a_file_that_comes_back_as_it_was_is_no_save(file: Path) -> None:
    async with noticed(file) as moments:
        away = file.rename(file.with_name("away"))
        await asyncio.sleep(0.3)
        away.rename(file)
        await asyncio.sleep(LONG_ENOUGH_S)
        assert moments == []


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
async def test_what_is_no_file_is_as_good_as_missing(file: Path, make: object) -> None:
    assert callable(make)
    file.unlink()
    async with noticed(file) as moments:
        make(file)
        await asyncio.sleep(LONG_ENOUGH_S)
        assert moments == []


async def test_a_save_while_the_consumer_is_busy_is_noticed_afterwards(file: Path) -> None:
    watching = saves(file)
    first = asyncio.ensure_future(anext(watching))
    await asyncio.sleep(0.1)
    file.write_text("second")
    await asyncio.wait_for(first, 2)
    file.write_text("the third")
    await asyncio.sleep(0.3)
    await asyncio.wait_for(anext(watching), 2)


@pytest.mark.parametrize("afterwards", ["known", None])
async def test_what_is_gone_again_before_it_came_to_rest_is_no_save(
    file: Path, monkeypatch: pytest.MonkeyPatch, afterwards: str | None
) -> None:
    known = watch.look(file)
    file.write_text("for a moment")
    looks = iter([known, watch.look(file)])
    monkeypatch.setattr(watch, "look", lambda path: next(looks, known if afterwards else None))
    async with noticed(file) as moments:
        await asyncio.sleep(LONG_ENOUGH_S)
        assert next(looks, None) is None
        assert moments == []


async def test_a_mount_that_hangs_does_not_stop_the_loop(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "look", lambda path: time.sleep(0.4))
    async with noticed(file):
        longest = 0.0
        for _ in range(80):
            before = time.monotonic()
            await asyncio.sleep(0.01)
            longest = max(longest, time.monotonic() - before)
        assert longest < 0.3


async def test_every_look_opens_the_file_and_closes_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    real = os.open

    def counted(path: str | Path, flags: int) -> int:
        opened.append(path)
        return real(path, flags)

    monkeypatch.setattr(os, "open", counted)
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(50):
        assert watch.look(file) is not None
    assert opened == [file] * 50
    assert len(os.listdir("/proc/self/fd")) == before


async def test_the_kernel_tells_of_a_save_at_once(file: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux has inotify")
    looks = saves(file, interval_s=60.0)
    waiting = asyncio.ensure_future(anext(looks))
    await asyncio.sleep(0.1)
    fresh = file.with_suffix(".new")
    for save in (lambda: file.write_text("second"), lambda: (fresh.write_text("third"), fresh.replace(file))):
        save()
        await asyncio.wait_for(waiting, 10)
        waiting = asyncio.ensure_future(anext(looks))
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


async def test_a_save_is_noticed_without_the_kernel(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inotify, "_watch", lambda folder: None)
    async with noticed(file) as moments:
        file.write_text("second")
        await asyncio.sleep(LONG_ENOUGH_S)
        assert len(moments) == 1
