"""What is left of a screen that was left."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from collections.abc import Iterator

import pytest
from textual._styles_cache import StylesCache
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from flaxdrills.ui.release_screens import release_left_screens
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from tests.ui.conftest import Home, settled, until


@pytest.fixture
def _only_own_objects() -> Iterator[None]:
    """What other tests left in this process is not looked through again and again."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_only_own_objects")
async def test_there_is_no_more_of_anything_after_sixteen_problems_than_after_eight(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, home.problems[0].title)
        counts = []
        for _ in range(8):
            await _turn_over(pilot, 2)
            counts.append(_count())
        # A few screens that were left may be held for a while; what counts is that they do not become ever more.
        for kind in (Widget, Strip):
            assert min(count[kind] for count in counts[4:]) <= max(count[kind] for count in counts[:4])


async def _turn_over(pilot: Pilot[None], times: int) -> None:
    for number in range(times):
        before = weakref.ref(pilot.app.screen)
        await pilot.press("b" if number % 2 else "n")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        await settled(pilot, lambda: gc.collect() >= 0 and before() is None)  # noqa: B023


def _count() -> Counter[type]:
    """By `type`, for `isinstance` asks each object's `__class__`, which a solution's may make raise."""
    gc.collect()
    kinds: tuple[type, ...] = (Widget, Strip)
    return Counter(kind for one in gc.get_objects() for kind in kinds if issubclass(type(one), kind))


def test_a_textual_to_come_may_do_without_that_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(StylesCache, "get_inner_outer")
    release_left_screens()
