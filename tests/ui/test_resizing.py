"""A window that is resized in any way: nothing hangs, all fits at the end, and keys are answered."""

from __future__ import annotations

import asyncio
import random

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot

from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.help_screen import HelpScreen
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from tests.ui.conftest import Home, settled, until

pytestmark = pytest.mark.usefixtures("interrupted")


def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Resize the window, and wait for nothing."""
    size = Size(width, height)
    driver = pilot.app._driver
    assert isinstance(driver, HeadlessDriver)
    driver._size = size
    pilot.app.post_message(Resize(size, size))


async def test_two_sizes_in_the_queue_while_updates_are_batched_are_not_followed_for_ever(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, "Sums are everywhere.")
        screen = pilot.app.screen
        with pilot.app.batch_update():
            for size in (Size(70, 24), Size(100, 24)):
                pilot.app._size = size
                screen.post_message(Resize(size, size))
                screen.call_later(lambda: None)
            await settled(pilot, lambda: screen.outer_size == (100, 24))
        await until(pilot, "Sums are everywhere.")


@pytest.mark.parametrize("start", [None, 0])
async def test_two_hundred_sizes(home: Home, chance: random.Random, start: int | None) -> None:
    async with home.play(start) as pilot:
        below = pilot.app.screen
        for _ in range(200):
            resize(pilot, chance.randint(10, 200), chance.randint(3, 60))
            await asyncio.sleep(chance.choice((0, 0.002, 0.02)))
        resize(pilot, 90, 30)
        await settled(pilot, lambda: pilot.app.screen is below)
        await settled(pilot, lambda: below.outer_size == (90, 30))
        await pilot.press("question_mark")
        await settled(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await until(pilot, "esc Close")


async def test_across_the_least_width_and_back_at_once(home: Home) -> None:
    async with home.play(0) as pilot:
        for width in (55, 65) * 30:
            resize(pilot, width, 24)
            await asyncio.sleep(0.02)
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        await settled(pilot, lambda: pilot.app.screen.outer_size == (65, 24))


async def test_a_question_that_comes_while_the_terminal_is_too_small_leaves_nothing_behind(home: Home) -> None:
    async with home.play(0, (50, 12)) as pilot:
        await until(pilot, "Terminal too small: 50x12")
        pilot.app.push_screen(ConfirmDialog("Test", "Really?"))
        await pilot.resize_terminal(80, 24)
        await until(pilot, "Really?")
        await pilot.press("y")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
