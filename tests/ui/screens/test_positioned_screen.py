"""The app opens where it was left."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.practice.cursor_positions import CursorPositions
from flaxdrills.ui.app import FlaxdrillsApp
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.widgets.problem_list import ProblemList
from tests.ui.conftest import Home, focused, settled, shown, until


@pytest.fixture
def kept(home: Home, tmp_path: Path) -> Home:
    """A home that keeps places on disk."""
    home.session.positions = CursorPositions(tmp_path / "places.json")
    return home


def start_anew(home: Home, tmp_path: Path) -> None:
    """Have what the next start would read."""
    home.session.positions = CursorPositions(tmp_path / "places.json")


async def test_a_lesson_is_opened_where_it_was_read(kept: Home, tmp_path: Path) -> None:
    async with kept.play(0, (80, 24)) as pilot:
        await until(pilot, "Why it matters")
        await pilot.press("down", "down", "down")
        await settled(pilot, lambda: focused(pilot).scroll_offset.y == 3)
        before = read(shown(pilot))
        await pilot.press("q")
    start_anew(kept, tmp_path)
    async with kept.play(0, (80, 24)) as pilot:
        await settled(pilot, lambda: focused(pilot).scroll_offset.y == 3)
        assert focused(pilot).id == "page-lesson"
        assert read(shown(pilot)) == before


def read(screen: str) -> list[str]:
    """What stands in the lesson's pane, without the scrollbar."""
    return [line[:70].rstrip() for line in screen.splitlines()[1:10]]


async def test_the_page_and_the_pane_with_the_keys_are_the_same(kept: Home, tmp_path: Path) -> None:
    async with kept.play(0, (120, 40)) as pilot:
        await until(pilot, "Why it matters")
        await pilot.press("t", "2")
        await settled(pilot, lambda: focused(pilot).id == "code")
        await pilot.press("q")
    start_anew(kept, tmp_path)
    async with kept.play(0, (120, 40)) as pilot:
        await until(pilot, "Write sum_up(x)")
        await settled(pilot, lambda: focused(pilot).id == "code")


async def test_a_report_that_is_not_there_any_more_has_not_the_keys(kept: Home, tmp_path: Path) -> None:
    async with kept.play(0, (80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, "PASSED")
        await pilot.press("3", "n")
        await until(pilot, "One sum is not enough.")
        await pilot.press("b")
        await until(pilot, "You ran this before", "Sums are everywhere.")
        assert focused(pilot).id == "page-lesson"


async def test_a_problem_keeps_its_place_while_another_is_open(kept: Home) -> None:
    async with kept.play(0, (80, 24)) as pilot:
        await until(pilot, "Why it matters")
        await pilot.press("t")
        await until(pilot, "Write sum_up(x)")
        await pilot.press("n")
        await until(pilot, "One sum is not enough.")
        await pilot.press("b")
        await until(pilot, "Write sum_up(x)")


async def test_what_can_be_read_no_more_is_no_place(kept: Home) -> None:
    async with kept.play(0, (80, 24)) as pilot:
        await until(pilot, "Why it matters")
        await pilot.press("s", "y")
        await until(pilot, "nnx.initializers.ones")
        await pilot.press("q")
    async with kept.play(0, (80, 24)) as pilot:
        await until(pilot, "Sums are everywhere.")


async def test_the_list_has_its_cursor_where_it_was(kept: Home, tmp_path: Path) -> None:
    async with kept.play(0, (80, 24)) as pilot:
        await until(pilot, "Why it matters")
        await pilot.press("escape")
        await until(pilot, "of 3 solved")
        await pilot.press("down")
        await pilot.press("q")
    start_anew(kept, tmp_path)
    assert kept.session.positions.listed("sum-up") == "sum-more"
    async with kept.play(None, (80, 24)) as pilot:
        await settled(pilot, lambda: getattr(focused(pilot), "chosen", "") == "sum-more")
        await pilot.press("enter")
        await until(pilot, "One sum is not enough.")


async def test_while_the_app_ends_no_place_is_looked_for_on_what_is_left_of_a_screen(
    kept: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with kept.play(0) as pilot:
        app = pilot.app
        assert isinstance(app, FlaxdrillsApp)
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(app.screen, BrowseScreen))
        await app.screen.query_one(ProblemList).remove()
        with monkeypatch.context() as ending:
            ending.setattr(app, "_running", False)
            app.exit()
