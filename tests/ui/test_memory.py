"""What is left of a screen that was left, and of what was drawn."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from flaxdrills.ui import memory
from flaxdrills.ui.light_lines import LastOnly
from flaxdrills.ui.screens.practise.practise_screen import PractiseScreen
from tests.ui.conftest import Home, settled, until

LIMIT_S = 60.0


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was left goes without a wait."""
    monkeypatch.setattr(memory, "_LEFT_S", 0.1)


async def test_a_screen_that_was_left_is_gone_with_all_that_it_drew(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, home.problems[0].title)
        left = [weakref.ref(one) for one in (pilot.app.screen, pilot.app.screen._styles_cache)]
        for _ in range(2):
            await pilot.press("n")
        await until(pilot, home.problems[2].title)
        await _wait_until_gone(left)


async def test_it_is_gone_too_where_nothing_is_done_afterwards(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, home.problems[0].title)
        left = [weakref.ref(pilot.app.screen)]
        await pilot.press("escape")
        await _wait_until_gone(left)


async def _wait_until_gone(left: Sequence[weakref.ref[Any]]) -> None:
    """Without the pilot, which would have the app hear of something."""
    async with asyncio.timeout(LIMIT_S):
        while any(one() is not None for one in left):
            await asyncio.sleep(0.1)


async def test_there_is_no_more_of_anything_after_ten_problems_than_after_two(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, home.problems[0].title)
        await _turn_over(pilot, 2)
        few = _count()
        await _turn_over(pilot, 8)
        many = _count()
        assert few[Widget] == many[Widget]
        assert many[Strip] <= 1.1 * few[Strip]
        assert sum(_entries()) < 5000


async def _turn_over(pilot: Pilot[None], times: int) -> None:
    for number in range(times):
        before = weakref.ref(pilot.app.screen)
        await pilot.press("b" if number % 2 else "n")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PractiseScreen))
        await settled(pilot, lambda: before() is None)  # noqa: B023


def _count() -> Counter[type]:
    """By `type`, for `isinstance` asks each object's `__class__`, which a solution's may make raise."""
    gc.collect()
    kinds: tuple[type, ...] = (Widget, Strip)
    return Counter(kind for one in gc.get_objects() for kind in kinds if issubclass(type(one), kind))


def test_what_has_a_cache_can_be_made_to_forget() -> None:
    Strip.render_ansi(Style.parse("red"), ColorSystem.TRUECOLOR)
    assert any(_entries())
    memory._forget_caches()
    assert not any(_entries())


def _entries() -> list[int]:
    """How much there is in each cache that is emptied."""
    return [getattr(owner, name).cache_info().currsize for owner, name in memory.REMEMBERING]


def test_a_line_remembers_the_last_line_that_was_made_of_it_and_no_pieces() -> None:
    line = Strip([Segment("0123456789")])
    for end in range(5, 9):
        line.crop(2, end)
        line.divide((end, 10))
    assert (len(line._crop_cache), len(line._divide_cache)) == (1, 0)
    assert [piece.text for piece in line.divide((3, 10))] == ["012", "3456789"]


def test_what_a_line_remembers_is_given_again() -> None:
    line = Strip([Segment("0123456789")])
    assert line.crop(2, 4) is line.crop(2, 4)
    assert line.crop(2, 5).text == "234"
    assert Strip([Segment("abcdefghij")]).crop(2, 5).text == "cde"


def test_lines_have_no_other_caches() -> None:
    line = Strip([Segment("0")])
    caches = [getattr(line, name) for name in Strip.__slots__ if name.endswith("_cache") and name != "_render_cache"]
    assert len(caches) > 5
    assert {type(cache) for cache in caches} == {LastOnly}
