"""A problem's own history on its screen."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from flaxdrills.journal.journal import EntryKind
from flaxdrills.practice.solution_files import SolutionFiles, sha256_of
from flaxdrills.ui.screens.attempts_screen import AttemptsScreen
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from tests.ui.conftest import Home, focused, settled, until


def ran(home: Home, verdict: str, text: str, *, keep: bool = True) -> None:
    problem = home.problems[0]
    if keep:
        SolutionFiles(home.folder / "solutions", home.folder / "history").keep(problem, text)
    home.journal.append(EntryKind.ATTEMPT, problem.id, verdict=verdict, sha256=sha256_of(text), seconds=0.25)


@pytest.fixture
def practised(home: Home) -> Home:
    """Failed, passed, and passed again in a review."""
    ran(home, "failed", "x = 1\ny = 2\n")
    ran(home, "passed", "x = 3\ny = 2\n")
    home.journal.append(EntryKind.RESET, home.problems[0].id)
    ran(home, "timeout", "x = 4\ny = 2\n")
    ran(home, "passed", "[red]x = 5[/]\ny = 2\n")
    home.session.progress.refresh()
    return home


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("a")
    await settled(pilot, lambda: isinstance(pilot.app.screen, AttemptsScreen) and pilot.app.screen.focused)


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (160, 50)])
async def test_every_attempt_is_there_with_the_text_as_it_was_judged(practised: Home, size: tuple[int, int]) -> None:
    async with practised.play(size=size) as pilot:
        await opened(pilot)
        await until(pilot, "4 ✓", "3 ✗", "2 ✓", "0.25 s, review", "[red]x = 5[/]", "4, as it was judged")
        await pilot.press("down")
        await until(pilot, "x = 4", "timeout, review")
        await pilot.press("end")
        await until(pilot, "x = 1", "1, as it was judged")


async def test_d_compares_with_the_text_before_and_stops(practised: Home) -> None:
    async with practised.play() as pilot:
        await opened(pilot)
        await pilot.press("down", "d")
        await until(pilot, "from 2 to 3", "- x = 3", "+ x = 4", "  y = 2")
        await pilot.press("d")
        await until(pilot, "3, as it was judged")


async def test_the_pass_of_a_review_is_compared_with_the_old_solution(practised: Home) -> None:
    async with practised.play() as pilot:
        await opened(pilot)
        await pilot.press("d")
        await until(pilot, "from 2 to 4", "- x = 3", "+ [red]x = 5[/]")


async def test_any_two_can_be_compared(practised: Home) -> None:
    async with practised.play() as pilot:
        await opened(pilot)
        await pilot.press("end", "space", "up", "up")
        await until(pilot, "▶  1", "from 1 to 3", "- x = 1", "+ x = 4")
        await pilot.press("end", "space")
        await until(pilot, "1, as it was judged")


async def test_the_first_one_has_nothing_to_be_compared_with(practised: Home) -> None:
    async with practised.play() as pilot:
        await opened(pilot)
        await pilot.press("end", "d")
        await until(pilot, "There is no other text to compare with.", "x = 1")


async def test_a_text_that_is_on_another_machine_is_said(practised: Home) -> None:
    ran(practised, "failed", "z = 1\n", keep=False)
    practised.session.progress.refresh()
    async with practised.play() as pilot:
        await opened(pilot)
        await until(pilot, "This text is not on this machine")
        await pilot.press("down")
        await until(pilot, "[red]x = 5[/]")


async def test_without_attempts_it_says_what_to_do(home: Home) -> None:
    async with home.play() as pilot:
        await opened(pilot)
        text = await until(pilot, "This problem was not run yet. o opens it.")
        assert not [word for word in ("Go there", "Compare", "Mark") if word in text]
        await pilot.press("d", "space", "o")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))


async def test_enter_goes_to_the_text_and_escape_back(practised: Home) -> None:
    async with practised.play() as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot, lambda: focused(pilot).id == "judged")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_long_lines_of_a_comparison_wrap(home: Home, size: tuple[int, int]) -> None:
    words = " ".join(f"word{number}" for number in range(40))
    ran(home, "failed", "x = 1\n")
    ran(home, "failed", f"x = '{words} END'\n")
    home.session.progress.refresh()
    async with home.play(size=size) as pilot:
        await opened(pilot)
        await pilot.press("d")
        lines = (await until(pilot, "+ x = 'word0", "END'")).splitlines()
        assert not any("›" in line for line in lines)
        await pilot.press("d")
        await until(pilot, "as it was judged", "END")


async def test_a_half_written_file_is_told(home: Home) -> None:
    problem = home.problems[0]
    home.journal.append(EntryKind.ATTEMPT, problem.id, verdict="error", sha256="", unfinished=True)
    home.session.progress.refresh()
    async with home.play() as pilot:
        await opened(pilot)
        await until(pilot, "error, unfinished")
