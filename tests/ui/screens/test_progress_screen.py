"""The progress screen: with nothing, with a little, and with a year of practice."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from flaxdrills.journal.journal import EntryKind
from flaxdrills.progress.heat_map import WEEKS
from flaxdrills.system.paths import Paths
from flaxdrills.ui.screens.attempts_screen import AttemptsScreen
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.screens.choice_dialog import ChoiceDialog
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from flaxdrills.ui.screens.progress_screen import ProgressScreen
from flaxdrills.ui.widgets.day_charts import DueChart, HeatMap
from flaxdrills.ui.widgets.problem_list import ProblemList
from flaxdrills.ui.widgets.short_list import ShortList
from tests.ui.conftest import SIZES, Home, focused, home_at, settled, shown, until
from tests.year import UNTIL, make_content, write_year, year_of

PARTS = ("The last year", "Due in the next 14 days", "Tracks", "Concepts that fail most", "Latest attempts")


@pytest.fixture(scope="module")
def year_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    catalogue = make_content(folder / "content")
    write_year(year_of(catalogue), catalogue, Paths(folder / "config", folder / "data", folder / "cache"))
    return folder


@pytest.fixture
def year(year_folder: Path, tmp_path: Path) -> Home:
    """Someone who has practised for a year."""
    shutil.copytree(year_folder / "data" / "journal", tmp_path / "journal")
    (tmp_path / "history").symlink_to(year_folder / "data" / "history")
    return home_at(tmp_path, year_folder / "content", lambda: UNTIL)


async def go(pilot: Pilot[None]) -> ProgressScreen:
    await pilot.press("p")
    await settled(pilot, lambda: isinstance(pilot.app.screen, ProgressScreen) and pilot.app.screen.focused)
    return cast(ProgressScreen, pilot.app.screen)


@pytest.mark.parametrize("size", [(60, 15), *SIZES, (160, 50)])
async def test_without_any_practice_it_says_what_to_do(home: Home, size: tuple[int, int]) -> None:
    async with home.play(size=size) as pilot:
        await pilot.press("p")
        text = await until(pilot, "Nothing was practised yet.", "esc", "0 of 3 solved")
        assert "The last year" not in text and "Go there" not in text
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


@pytest.mark.parametrize("size", [(60, 15), *SIZES, (160, 50)])
async def test_every_part_can_be_reached_with_the_keys_and_is_seen_then(year: Home, size: tuple[int, int]) -> None:
    async with year.play(size=size) as pilot:
        await go(pilot)
        for title in PARTS:
            await until(pilot, title)
            assert title in str(focused(pilot).border_title)
            await pilot.press("tab")


@pytest.mark.parametrize("size", [(60, 15), (80, 24)])
@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_the_calendar_fits_80_columns_and_tells_more_from_less_without_colour(
    year: Home, theme: str, size: tuple[int, int]
) -> None:
    async with year.play(size=size) as pilot:
        pilot.app.theme = theme
        await go(pilot)
        text = await until(pilot, " Mon ", " Sun ")
        [monday] = [line for line in text.splitlines() if line.startswith(" Mon ")]
        assert len(monday.split()[1]) == WEEKS
        assert set(monday.split()[1]) >= {"·", "░", "▒"}
        assert "· 0  ░ 1+  ▒ 3+  ▓ 6+  █ 10+ runs a day" in text


async def test_the_figures_are_those_of_the_journal(year: Home) -> None:
    overview = year.session.overview()
    async with year.play(size=(80, 24)) as pilot:
        await go(pilot)
        await until(
            pilot,
            f"{overview.streak.current} day",
            f"longest {overview.streak.longest}",
            f"{overview.solved} of {len(overview.standings)} solved",
            "practised",
            "in 7 days",
            "first try",
        )


async def test_arrows_go_through_the_days_and_say_what_was_done(year: Home) -> None:
    async with year.play(size=(80, 24)) as pilot:
        screen = await go(pilot)
        map_ = screen.query_one(HeatMap)
        assert map_.day == UNTIL.date()
        await pilot.press("left")
        assert map_.day == UNTIL.date() - timedelta(days=7)
        await pilot.press("up")
        assert map_.day == UNTIL.date() - timedelta(days=8)
        await until(pilot, f"Thu {map_.day.day} Nov 2026")
        await pilot.press("home")
        assert (map_.day, map_.day.weekday()) == (map_.first, 0)
        await pilot.press("left")
        assert map_.day == map_.first
        await pilot.press("end")
        assert map_.day == UNTIL.date()


async def test_enter_on_a_day_shows_its_runs_and_then_the_run(year: Home) -> None:
    async with year.play(size=(80, 24)) as pilot:
        screen = await go(pilot)
        day = max(day for day, done in year.session.overview().progress.days.items() if done.attempts > 2)
        screen.query_one(HeatMap).day = day
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))
        await until(pilot, f"{day.day} ", "runs")
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, AttemptsScreen))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ProgressScreen)


async def test_enter_on_a_day_without_runs_does_nothing(year: Home) -> None:
    async with year.play(size=(80, 24)) as pilot:
        screen = await go(pilot)
        grid = screen.query_one(HeatMap)
        grid.day = UNTIL.date() - timedelta(days=152)
        await until(pilot, "nothing was run")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ProgressScreen)


async def test_enter_on_what_is_due_opens_it(year: Home) -> None:
    async with year.play(size=(80, 24)) as pilot:
        screen = await go(pilot)
        screen.query_one(DueChart).focus()
        first = year.session.overview().due[0].problem
        await until(pilot, "Today  ", first.title)
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))
        await until(pilot, "to review today", "due in all", first.id)
        await pilot.press("escape", "enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))
        await pilot.press("down", "up", "enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        assert pilot.app.screen.title == first.title


async def test_enter_on_a_track_or_a_concept_lists_its_problems(year: Home) -> None:
    for part, word in (("tracks", "Flax Linen"), ("concepts", "filters")):
        async with year.play(size=(80, 24)) as pilot:
            screen = await go(pilot)
            rows = screen.query_one(f"#{part}", ShortList)
            rows.focus()
            rows.highlighted = 1 if part == "tracks" else 0
            await pilot.press("enter")
            await settled(pilot, lambda: isinstance(pilot.app.screen, BrowseScreen))
            text = await until(pilot, word)
            assert "Training" not in text
            assert focused(pilot).id == "problems"
            await pilot.press("escape")
            await settled(pilot, lambda: pilot.app.screen.query_one(ProblemList).option_count > len(year.problems))


async def test_enter_on_an_attempt_shows_what_was_judged(year: Home) -> None:
    async with year.play(size=(120, 40)) as pilot:
        screen = await go(pilot)
        screen.query_one("#latest", ShortList).focus()
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, AttemptsScreen))
        await until(pilot, "from flax import nnx", "as it was judged")


async def test_the_cursor_goes_on_from_one_part_to_the_next(year: Home) -> None:
    async with year.play(size=(80, 24)) as pilot:
        await go(pilot)
        assert focused(pilot).id == "year"
        await pilot.press("up", "end", "down")
        assert focused(pilot).id == "coming"
        await pilot.press("down")
        assert focused(pilot).id == "tracks"
        for _ in range(cast(OptionList, focused(pilot)).option_count):
            await pilot.press("down")
        assert focused(pilot).id == "concepts"
        await pilot.press("up")
        assert focused(pilot).id == "tracks"


async def test_a_click_chooses_a_day_and_another_opens_it(year: Home) -> None:
    async with year.play(size=(160, 50)) as pilot:
        screen = await go(pilot)
        grid = screen.query_one(HeatMap)
        day = next(day for day, done in sorted(year.session.overview().progress.days.items()) if done.attempts)
        weeks = (day - grid.first).days // 7
        place = (1 + 4 + weeks, 1 + 1 + day.weekday())
        await pilot.click(HeatMap, offset=place)
        assert grid.day == day
        await pilot.click(HeatMap, offset=place)
        await settled(pilot, lambda: isinstance(pilot.app.screen, ChoiceDialog))


async def test_a_problem_that_is_gone_is_said(home: Home) -> None:
    home.journal.append(EntryKind.ATTEMPT, "gone", verdict="failed")
    home.session.progress.refresh()
    async with home.play(size=(120, 40)) as pilot:
        screen = await go(pilot)
        screen.query_one("#latest", ShortList).focus()
        await pilot.press("enter")
        await until(pilot, "There is no problem gone any more.")


async def test_p_leads_there_from_a_problem_and_back(home: Home) -> None:
    home.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="failed")
    home.session.progress.refresh()
    async with home.play(0) as pilot:
        await go(pilot)
        assert "Progress" not in shown(pilot).splitlines()[-1]
        await pilot.press("p")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))


def test_the_year_is_one_that_could_be(year: Home) -> None:
    overview = year.session.overview()
    assert 50 < overview.solved < len(overview.standings)
    assert len(overview.due) > len(overview.reviews) == 10
    assert overview.streak.longest > 5
    moments = [entry.at for entry in year.journal.read().entries]
    assert moments == sorted(moments) and max(moments) < UNTIL
    assert {entry.offset_min for entry in year.journal.read().entries} == {60, 120, 540}
    assert datetime.fromtimestamp(0, UNTIL.tzinfo) < min(moments)
