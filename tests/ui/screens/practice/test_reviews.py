"""Reviews on the screens: put first, begun with a key, graded, compared."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from textual.pilot import Pilot

from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.practice.cursor_positions import ReadingPosition
from flaxdrills.problems.problem_files import read_file
from flaxdrills.progress.grade import Grade
from flaxdrills.system.settings import Settings
from flaxdrills.ui.screens.attempts_screen import AttemptsScreen
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from tests.ui.conftest import SIZES, Home, noticed, settled, shown, until

OLD = "# what was written then\n"


def solved_before(home: Home, *problem_ids: str, days: int = 30) -> None:
    """They were solved so many days ago, each a little later than the one before."""
    for number, problem_id in enumerate(problem_ids):
        then = datetime.now().astimezone() - timedelta(days=days - number)
        Journal(home.folder / "journal", lambda then=then: then).append(EntryKind.ATTEMPT, problem_id, verdict="passed")  # type: ignore[misc]
    home.session.progress.refresh()


@pytest.fixture
def due(home: Home) -> Home:
    """The first problem was solved a month ago."""
    home.file().write_text(OLD)
    solved_before(home, "sum-up")
    return home


async def titled(pilot: Pilot[None], title: str) -> None:
    await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen) and pilot.app.screen.title == title)


async def test_what_is_due_comes_first_in_the_list(home: Home) -> None:
    solved_before(home, "sum-last", "sum-more")
    async with home.play() as pilot:
        text = await until(pilot, "Due again", "! 2 due", "First")
        assert text.index("sum-last") < text.index("sum-more") < text.index("First") < text.index("sum-up")
        assert text.count("sum-more") == 1
        assert "Second" not in text


async def test_nothing_is_said_while_nothing_is_due(home: Home) -> None:
    solved_before(home, "sum-up", days=1)
    async with home.play() as pilot:
        text = await until(pilot, "1 of 3 solved")
        assert "Due again" not in text
        await until(pilot, "due again on ")


async def test_a_due_problem_says_how_its_review_begins_and_waits(due: Home) -> None:
    async with due.play(0) as pilot:
        await until(pilot, "This one is due again. v begins its review", "v Review")
        assert due.file().read_text() == OLD
        assert EntryKind.RESET not in due.kinds()


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_due_opens_at_its_task_with_the_old_solution_out_of_sight(
    due: Home, size: tuple[int, int]
) -> None:
    due.session.positions.leave_problem("sum-up", ReadingPosition("lesson", 0, 0, "code"))
    async with due.play(size=size) as pilot:
        await pilot.press("enter")
        text = await until(pilot, "Write sum_up(x)", "v begins its review")
        assert OLD.strip() not in text
        await pilot.press("2")
        await until(pilot, "Your old solution is out of sight")
        assert OLD.strip() not in shown(pilot)
        await pilot.press("y")
        assert pilot.app.clipboard != OLD


async def test_e_asks_what_to_edit_while_a_review_is_due(due: Home) -> None:
    async with due.play(0, size=(120, 40), settings=Settings(editor="builtin")) as pilot:
        await until(pilot, "v Review")
        await pilot.press("e")
        await until(pilot, "Begin the review with a fresh stub", "Open your old file")
        await pilot.press("escape")
        await until(pilot, "Your old solution is out of sight")
        await pilot.press("e")
        await until(pilot, "Open your old file")
        await pilot.press("down", "enter")
        await until(pilot, OLD.strip())
        assert due.session.standing(due.problems[0]).can_be_reviewed
        await pilot.press("escape")
        await pilot.press("v")
        await until(pilot, "A review:")


async def test_e_begins_the_review(due: Home) -> None:
    async with due.play(0) as pilot:
        await until(pilot, "v Review")
        await pilot.press("e")
        await until(pilot, "Open your old file")
        await pilot.press("enter")
        await until(pilot, "A review:")
        assert due.file().read_text() == read_file(due.problems[0], "stub.py")


async def test_v_in_the_list_begins_the_review_that_is_due(due: Home) -> None:
    async with due.play() as pilot:
        await until(pilot, "Due again", "v Review")
        await pilot.press("v")
        await until(pilot, "A review:")
        assert due.kinds()[-2:] == [EntryKind.RESET, EntryKind.OPENED]
        assert due.file().read_text() == read_file(due.problems[0], "stub.py")


@pytest.mark.parametrize("start", [None, 0])
async def test_v_asks_where_nothing_is_due_and_says_where_nothing_was_solved(home: Home, start: int | None) -> None:
    home.file().write_text(OLD)
    solved_before(home, "sum-up", days=1)
    async with home.play(start) as pilot:
        for answer in ("n", "y"):
            await until(pilot, "? Help")
            await pilot.press("v")
            await until(pilot, "sum-up is not due before ", "now all the same?")
            assert home.file().read_text() == OLD
            await pilot.press(answer)
        await until(pilot, "A review:")
        await pilot.press("v")
        await noticed(pilot, "Its review goes on already")
        await pilot.press("n")
        await titled(pilot, "Sum with a layer")
        await pilot.press("v")
        await noticed(pilot, "sum-more was not solved yet")


async def test_how_many_are_due_and_how_many_are_for_today_are_both_said(home: Home) -> None:
    solved_before(home, "sum-up", "sum-more", "sum-last")
    home.session.settings = Settings(reviews_a_day=1)
    async with home.play() as pilot:
        await until(pilot, "! 1 to review today, 3 due in all")
        await pilot.press("p")
        await until(pilot, "1 to review today, 3 due in all")
        await pilot.press("escape")
        await pilot.resize_terminal(60, 24)
        text = await until(pilot, "! 1 to review today, 3 due in all")
        assert "day" not in text.splitlines()[0].split("in all")[1]


async def test_v_begins_with_a_fresh_stub_and_keeps_the_old_solution(due: Home) -> None:
    async with due.play(0, size=(120, 40)) as pilot:
        await until(pilot, "v Review")
        await pilot.press("v")
        text = await until(pilot, "A review: write it once more", "def sum_up(x):")
        assert "v Review" not in text
        assert due.file().read_text() == read_file(due.problems[0], "stub.py")
        assert OLD in [path.read_text() for path in (due.folder / "history" / "sum-up").glob("*.py")]
        assert due.kinds()[-2:] == [EntryKind.RESET, EntryKind.OPENED]


async def test_running_the_old_solution_leaves_it_due(due: Home) -> None:
    async with due.play(0) as pilot:
        await pilot.press("r")
        text = await until(pilot, "PASSED", "This one is due again.")
        assert "g Grade" not in text
        assert due.session.standing(due.problems[0]).can_be_reviewed


async def test_a_review_that_passed_is_graded_and_g_changes_the_grade(due: Home) -> None:
    async with due.play(0, size=(120, 40)) as pilot:
        await until(pilot, "v Review")
        await pilot.press("v")
        await until(pilot, "A review:")
        due.file().write_text("# from memory\n")
        text = await until(pilot, "PASSED", "Grade: easy. It comes back in", "g Grade", "beside your old solution")
        assert "? Help" in text.splitlines()[-1]
        days = []
        for grade in ("again", "hard", "good", "easy"):
            await pilot.press("g")
            text = await until(pilot, f"Grade: {grade}. It comes back in")
            days.append(int(text.split("comes back in ")[1].split()[0]))
        assert days == sorted(days)
        assert due.session.standing(due.problems[0]).progress.review.grade is Grade.EASY
        assert due.kinds()[-4:] == [EntryKind.GRADED] * 4


async def test_a_new_problem_is_graded_too(home: Home) -> None:
    async with home.play(0) as pilot:
        assert "g Grade" not in shown(pilot)
        await pilot.press("r")
        text = await until(pilot, "PASSED", "It comes back in", "g Grade")
        assert "old solution" not in text
        await pilot.press("r")
        await settled(pilot, lambda: home.kinds().count(EntryKind.ATTEMPT) == 2)
        await until(pilot, "PASSED")
        await settled(pilot, lambda: "g Grade" not in shown(pilot))


async def test_after_a_review_a_compares_and_enter_goes_to_the_next_one(due: Home) -> None:
    solved_before(due, "sum-more", "sum-last")
    async with due.play(0, size=(120, 40)) as pilot:
        await until(pilot, "v Review")
        await pilot.press("r")
        await until(pilot, "PASSED")
        await pilot.press("v")
        await until(pilot, "A review:")
        due.file().write_text("# from memory\n")
        await until(pilot, "PASSED", "Well done. 2 reviews left today.", "enter goes on to the review of “")
        await pilot.press("a")
        await settled(pilot, lambda: isinstance(pilot.app.screen, AttemptsScreen))
        await until(pilot, "- # what was written then", "+ # from memory")
        await pilot.press("escape", "enter")
        await settled(pilot, lambda: due.journal.read().entries[-1].problem == "sum-more")


async def test_hints_of_the_first_round_are_gone_in_a_review(home: Home) -> None:
    home.file().write_text(OLD)
    home.session.take_hint(home.problems[0])
    solved_before(home, "sum-up")
    home.session.take_hint(home.problems[0])
    async with home.play(0, size=(120, 40)) as pilot:
        text = await until(pilot, "v Review")
        assert "Hints" not in text.splitlines()[1]
        await pilot.press("v")
        text = await until(pilot, "A review:")
        assert "Hints" not in text.splitlines()[1]
        await pilot.press("h")
        await until(pilot, "Hints 1/3", "Which layer multiplies?")


async def test_the_solution_gives_a_review_up_after_a_question(due: Home) -> None:
    async with due.play(0) as pilot:
        await until(pilot, "v Review")
        await pilot.press("v")
        await until(pilot, "A review:")
        await pilot.press("s")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await until(pilot, "comes back soon. Show it?")
        await pilot.press("y")
        await until(pilot, "The reference.")
        assert due.session.standing(due.problems[0]).progress.review.grade is Grade.AGAIN
        assert not due.session.standing(due.problems[0]).progress.review.is_due(due.session.overview().today)
