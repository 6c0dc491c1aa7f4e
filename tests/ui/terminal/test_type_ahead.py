"""Keys that come faster than the screen answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from flaxdrills.judging.events import Started
from flaxdrills.problems.problem import Problem
from flaxdrills.system.settings import Settings
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.screens.help_screen import HelpScreen
from flaxdrills.ui.screens.practice.runnable_lesson import RunnableLesson
from flaxdrills.ui.widgets.reading_pane import Page, ReadingPane
from tests.ui.conftest import Home, checked, settled, until

ENDLESS = "while True: pass\n"


def type_ahead(pilot: Pilot[None], *keys: str) -> None:
    """Send all of `keys` before the app can do anything about the first of them."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        driver.send_message(Key(key, key if len(key) == 1 else None))


def is_at_task(pilot: Pilot[None]) -> bool:
    return any(reading.page is Page.TASK for reading in pilot.app.screen.query(ReadingPane))


async def test_a_key_after_enter_is_for_the_problem(home: Home) -> None:
    async with home.play() as pilot:
        type_ahead(pilot, "enter", "h")
        await until(pilot, "Hint 1 of")
        assert "hint" in home.kinds()


async def test_enter_twice_opens_one_problem(home: Home) -> None:
    async with home.play() as pilot:
        type_ahead(pilot, "enter", "enter", "t", "escape", "question_mark")
        await settled(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        assert [type(screen) for screen in pilot.app.screen_stack[-2:]] == [BrowseScreen, HelpScreen]


async def test_every_step_counts(home: Home) -> None:
    async with home.play(0) as pilot:
        type_ahead(pilot, "n", "n", "b", "t", "n", "t")
        await settled(pilot, lambda: home.session.overview().last_opened == "sum-last" and is_at_task(pilot))
        assert len(pilot.app.screen_stack) == 2


async def test_what_follows_a_question_answers_it(home: Home) -> None:
    async with home.play(0) as pilot:
        type_ahead(pilot, "s", "n", "t")
        await settled(pilot, lambda: is_at_task(pilot))
        assert pilot.app.screen.title == home.problems[0].title
        assert "solution" not in " ".join(home.kinds())


async def test_words_for_the_filter_and_what_comes_after_them(home: Home) -> None:
    async with home.play() as pilot:
        type_ahead(pilot, "slash", *"more", "enter", "t")
        await settled(pilot, lambda: is_at_task(pilot))
        assert home.session.overview().last_opened == "sum-more"


async def test_a_filter_that_finds_nothing_and_the_list_after_it(home: Home) -> None:
    async with home.play() as pilot:
        type_ahead(pilot, "down", "slash", *"summore", "escape", "enter", "t")
        await settled(pilot, lambda: is_at_task(pilot))
        assert home.session.overview().last_opened == "sum-more"


async def test_nothing_is_opened_by_an_app_that_ends(home: Home) -> None:
    home.file().write_text("passes\n")
    async with home.play(0) as pilot:
        await pilot.press("r")
        await until(pilot, "PASSED")
        type_ahead(pilot, "q", "enter", "n", "p")
        await settled(pilot, lambda: pilot.app._exit)
    assert pilot.app.return_code == 0


@pytest.mark.parametrize("ahead", [(), ("n", "n", "n")])
async def test_ctrl_c_waits_for_nothing_and_takes_back_what_waits(home: Home, ahead: tuple[str, ...]) -> None:
    home.file().write_text(ENDLESS)
    home.workers.script[ENDLESS] = (Started(), checked("small"))
    async with home.play(0) as pilot:
        await pilot.press("r")
        await until(pilot, "Running")
        type_ahead(pilot, "t", *ahead, "ctrl+c")
        await settled(pilot, lambda: home.workers.cancelled)
        await pilot.pause()
        assert home.session.overview().last_opened == "sum-up"


async def test_a_search_from_a_problem_that_finds_nothing_comes_back_to_that_problem(home: Home) -> None:
    async with home.play() as pilot:
        type_ahead(pilot, "enter", "n", "slash", *"summore", "escape", "enter", "t")
        await settled(pilot, lambda: is_at_task(pilot))
        assert home.session.overview().last_opened == "sum-more"


async def test_a_page_whose_screen_is_gone_is_not_laid_out() -> None:
    reading = RunnableLesson(None, Problem("a-b", "t", 1, "A", "", 1, "f", Path()), Settings())
    reading.write(Page.LESSON, "# A lesson")
    await reading.show(Page.LESSON)
    assert not reading.pane.children


async def test_an_app_that_has_ended_can_still_be_asked_what_can_be_done(home: Home) -> None:
    async with home.play(0) as pilot:
        assert pilot.app.check_action("progress", ())
    assert not pilot.app.screen_stack
    assert not pilot.app.check_action("progress", ())
    assert pilot.app.check_action("quit", ())
