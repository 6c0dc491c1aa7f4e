"""When a file is saved."""

from __future__ import annotations

import asyncio
import inspect
import os
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from flaxdrills.editors import file_watch, inotify
from flaxdrills.editors.file_watch import saves
from tests.conftest import Looks

ENOUGH = file_watch._LOOKS_AT_EMPTY + 4
"""After so many looks, nothing that was done before is still being waited for."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "solution.py"
    path.write_text("first")
    return path


class Noticed:
    """How many saves of a file were noticed, from the first look on."""

    def __init__(self, looks: Looks) -> None:
        self.saves = 0
        self.looks = looks

    async def follow(self, path: Path) -> None:
        async for _ in saves(path):
            self.saves += 1

    async def until(self, number: int) -> None:
        """Wait for so many, and long enough that one too many would be noticed as well."""
        async with asyncio.timeout(60):
            while self.saves < number:
                await asyncio.sleep(0.005)
        await self.looks.more(3)
        assert self.saves == number

    async def none(self) -> None:
        """Look for long enough, and find that nothing was noticed."""
        await self.looks.more(ENOUGH)
        assert self.saves == 0


@asynccontextmanager
async def noticed(path: Path, looks: Looks) -> AsyncIterator[Noticed]:
    """What is noticed of `path` once it was looked at for the first time."""
    count = Noticed(looks)
    task = asyncio.create_task(count.follow(path))
    await looks.more()
    try:
        yield count
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture(params=[True, False], ids=["told by the kernel", "looking alone"])
def told(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the kernel tells of saves."""
    if not request.param:
        monkeypatch.setattr(inotify, "_watch", lambda folders: None)
    return bool(request.param)


async def test_what_is_there_at_the_start_is_no_save(file: Path, looks: Looks) -> None:
    async with noticed(file, looks) as found:
        await found.none()


async def test_every_save_is_noticed_once(file: Path, looks: Looks, told: bool) -> None:
    async with noticed(file, looks) as found:
        for number in range(1, 5):
            file.write_text("x" * number)
            await found.until(number)


async def test_a_save_is_noticed_by_the_next_looks(file: Path, looks: Looks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inotify, "_watch", lambda folders: None)
    assert inspect.signature(saves).parameters["interval_s"].default <= 0.05
    assert file_watch._SETTLE_S <= 0.015
    watching = saves(file)
    waiting = asyncio.ensure_future(anext(watching))
    await looks.more()
    before = looks.made
    file.write_text("second")
    await asyncio.wait_for(waiting, 60)
    # One that was on its way, one that sees it, one that sees it unchanged.
    assert looks.made - before <= 3
    await watching.aclose()  # type: ignore[attr-defined]


async def test_a_file_renamed_over_it_is_one_save(file: Path, looks: Looks) -> None:
    async with noticed(file, looks) as found:
        new = file.with_name(".new")
        new.write_text("other")
        os.utime(new, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
        os.replace(new, file)
        await found.until(1)


async def test_a_file_emptied_and_then_written_is_one_save(file: Path, looks: Looks) -> None:
    async with noticed(file, looks) as found:
        with file.open("w") as out:
            await looks.more(file_watch._LOOKS_AT_EMPTY // 2)
            assert file.stat().st_size == 0
            out.write("second")
        await found.until(1)


async def test_a_file_written_bit_by_bit_is_one_save_at_its_end(file: Path, looks: Looks) -> None:
    async with noticed(file, looks) as found:
        looked = looks.made
        with file.open("w") as out:
            # Between two looks there is always another bit.
            while looks.made < looked + 8:
                out.write("x")
                out.flush()
                await asyncio.sleep(0.001)
            assert found.saves == 0
        await found.until(1)


async def test_a_file_that_stays_empty_is_a_save(file: Path, looks: Looks) -> None:
    async with noticed(file, looks) as found:
        file.write_text("")
        await found.until(1)


async def test_a_file_may_be_missing_for_a_while(file: Path, looks: Looks) -> None:
    async with noticed(file, looks) as found:
        file.rename(file.with_name("backup~"))
        await found.none()
        file.write_text("second")
        await found.until(1)


async def test_a_file_that_comes_back_as_it_was_is_no_save(file: Path, looks: Looks) -> None:
    async with noticed(file, looks) as found:
        away = file.rename(file.with_name("away"))
        await looks.more(3)
        away.rename(file)
        await found.none()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
async def test_what_is_no_file_is_as_good_as_missing(file: Path, looks: Looks, make: object) -> None:
    assert callable(make)
    file.unlink()
    async with noticed(file, looks) as found:
        make(file)
        await found.none()


async def test_a_save_while_the_consumer_is_busy_is_noticed_afterwards(file: Path, looks: Looks) -> None:
    watching = saves(file)
    first = asyncio.ensure_future(anext(watching))
    await looks.more()
    file.write_text("second")
    await asyncio.wait_for(first, 60)
    file.write_text("the third")
    await asyncio.wait_for(anext(watching), 60)
    await watching.aclose()  # type: ignore[attr-defined]


@pytest.mark.parametrize("afterwards", ["known", None])
async def test_what_is_gone_again_before_it_came_to_rest_is_no_save(
    file: Path, monkeypatch: pytest.MonkeyPatch, afterwards: str | None
) -> None:
    known = file_watch.file_stamp(file)
    file.write_text("for a moment")
    seen = iter([known, file_watch.file_stamp(file)])
    monkeypatch.setattr(file_watch, "file_stamp", lambda path: next(seen, known if afterwards else None))
    async with noticed(file, Looks(monkeypatch)) as found:
        await found.none()
        assert next(seen, None) is None


async def test_a_mount_that_hangs_does_not_stop_the_loop(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hangs, mended = threading.Event(), threading.Event()

    def hang(path: Path) -> None:
        hangs.set()
        mended.wait(60)

    monkeypatch.setattr(file_watch, "file_stamp", hang)
    looks = Looks(monkeypatch)
    task = asyncio.create_task(Noticed(looks).follow(file))
    async with asyncio.timeout(60):
        while not hangs.is_set():
            await asyncio.sleep(0.005)
    # The loop got here while the look was hanging, and goes on.
    await asyncio.sleep(0)
    assert looks.made == 0
    mended.set()
    await looks.more()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_every_look_opens_the_file_and_closes_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    real = os.open

    def counted(path: str | Path, flags: int) -> int:
        opened.append(path)
        return real(path, flags)

    monkeypatch.setattr(os, "open", counted)
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(50):
        assert file_watch.file_stamp(file) is not None
    assert opened == [file] * 50
    assert len(os.listdir("/proc/self/fd")) == before


@pytest.fixture
def never_by_looking(looks: Looks, monkeypatch: pytest.MonkeyPatch) -> None:
    """No look is due within a test unless the kernel tells of something."""
    if sys.platform != "linux":
        pytest.skip("only Linux has inotify")
    monkeypatch.setattr(file_watch, "_LOCAL_INTERVAL_S", 600.0)


@pytest.mark.usefixtures("never_by_looking")
@pytest.mark.parametrize("is_link", [False, True])
async def test_the_kernel_tells_of_a_save_at_once(file: Path, looks: Looks, is_link: bool) -> None:
    watched = file
    if is_link:
        (file.parent / "links").mkdir()
        watched = file.parent / "links" / "link.py"
        watched.symlink_to(file)
    watching = saves(watched, interval_s=600.0)
    waiting = asyncio.ensure_future(anext(watching))
    await looks.more()
    fresh = file.with_suffix(".new")
    for save in (lambda: file.write_text("second"), lambda: (fresh.write_text("third"), fresh.replace(file))):
        save()
        await asyncio.wait_for(waiting, 60)
        waiting = asyncio.ensure_future(anext(watching))
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


@pytest.mark.usefixtures("never_by_looking")
async def test_the_file_is_hardly_looked_at_where_the_kernel_tells_of_every_save(file: Path, looks: Looks) -> None:
    if not inotify.is_local(file):
        pytest.skip("other machines may write here")
    async with noticed(file, looks):
        await asyncio.sleep(0.3)
        assert looks.made == 1


async def test_the_file_is_looked_at_less_often_where_other_machines_may_save(
    file: Path, looks: Looks, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert file_watch._CALM_INTERVAL_S <= 0.25
    monkeypatch.setattr(inotify, "_LOCAL_FILE_SYSTEMS", frozenset())
    monkeypatch.setattr(file_watch, "_CALM_LOOKS", 3)
    # So that none is due within this test.
    monkeypatch.setattr(file_watch, "_CALM_INTERVAL_S", 5000.0)
    async with noticed(file, looks) as found:
        if not told:
            await looks.more(ENOUGH)
            return
        async with asyncio.timeout(60):
            while looks.made < 4:
                await asyncio.sleep(0.005)
            await asyncio.sleep(0.3)
            assert looks.made == 4
            file.write_text("second")
            while not found.saves:
                await asyncio.sleep(0.005)
        # It is looked at often again.
        await looks.more(2)


async def test_a_save_by_another_machine_is_noticed_where_the_kernel_tells_of_none(
    file: Path, looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inotify, "_CLOSED_AFTER_WRITING", 0x0)
    monkeypatch.setattr(inotify, "_LOCAL_FILE_SYSTEMS", frozenset())
    async with noticed(file, looks) as found:
        file.write_text("from elsewhere")
        await found.until(1)


@pytest.mark.parametrize("folder", ["/proc/self", "/sys/kernel", "/nowhere/at/all"])
def test_a_file_system_that_is_not_known_is_not_taken_for_local(folder: str) -> None:
    assert not inotify.is_local(Path(folder) / "file")
