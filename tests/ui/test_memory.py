"""What is left of a screen that was left."""

from __future__ import annotations

import asyncio
import weakref

from tests.ui.conftest import Home, until

LIMIT_S = 60.0


async def test_a_screen_that_was_left_is_gone_with_all_that_it_drew(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, home.problems[0].title)
        left = [weakref.ref(one) for one in (pilot.app.screen, pilot.app.screen._styles_cache)]
        for _ in range(2):
            await pilot.press("n")
        await until(pilot, home.problems[2].title)
        async with asyncio.timeout(LIMIT_S):
            while any(one() is not None for one in left):
                await pilot.pause(0.1)
