"""One problem: reading, hints, the solution, and getting about."""

from __future__ import annotations

import re

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Static

from flaxdrills.journal.journal import EntryKind
from flaxdrills.judging.events import NoGpu, Preparing
from flaxdrills.practice.solution_files import sha256_of
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.system.settings import Platform, Settings
from flaxdrills.ui.command_palette import offered
from flaxdrills.ui.help_key_groups import GROUPS
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.help_screen import HelpScreen
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from flaxdrills.ui.widgets.reading_pane import ReadingPane
from tests.ui.conftest import READY, SIZES, Home, focused, home_at, noticed, settled, shown, until


def solve(home: Home, place: int = 0) -> None:
    """Have the problem at `place` solved already."""
    home.journal.append(EntryKind.ATTEMPT, home.problems[place].id, verdict="passed")
    home.session.progress.refresh()


@pytest.mark.parametrize("size", [(60, 15), *SIZES])
async def test_a_new_problem_begins_with_its_lesson(home: Home, size: tuple[int, int]) -> None:
    async with home.play(0, size) as pilot:
        text = await until(pilot, "Why it matters", "Sums are everywhere.")
        assert "Lesson" in text and "sum_up.py" in text and "Report" in text
        assert focused(pilot).id == "page-lesson"


async def test_a_problem_that_was_tried_begins_with_its_task(home: Home) -> None:
    home.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="failed")
    home.session.progress.refresh()
    async with home.play(0) as pilot:
        await until(pilot, "Write sum_up(x): the sum of x, by a layer of NNX.")


async def test_a_problem_that_was_run_before_does_not_say_that_it_was_not(home: Home) -> None:
    home.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="failed")
    home.session.progress.refresh()
    async with home.play(0, (120, 40)) as pilot:
        text = await until(pilot, "You ran this before")
        assert "Nothing was run yet." not in text


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("A layer", "· A layer   First 1/2   ●○○○○   ● ready on cpu"),
        ("A layer that adds all up", "· A layer that adds all up   First 1/2 ● ready on cpu"),
        ("A layer that adds all of them up", "· A layer that adds all of them up   1/2 ● ready on cpu"),
    ],
)
async def test_in_the_line_about_the_problem_nothing_is_cut(home: Home, title: str, line: str) -> None:
    path = home.folder / "content" / "first" / "sum-up" / "problem.toml"
    path.write_text(path.read_text().replace("Sum with a layer", title))
    home = home_at(home.folder / "again", home.folder / "content")
    async with home.play(0, (60, 15)) as pilot:
        await settled(pilot, lambda: " ".join(shown(pilot).splitlines()[0].split()) == " ".join(line.split()))


async def test_l_and_t_turn_the_page(home: Home) -> None:
    async with home.play(0) as pilot:
        await pilot.press("t")
        await until(pilot, "Write sum_up(x)")
        await pilot.press("l")
        await until(pilot, "Sums are everywhere.")


async def test_code_and_what_it_prints_are_both_there(home: Home) -> None:
    async with home.play(0, (80, 60)) as pilot:
        await until(pilot, "print(jnp.ones(3).sum())", "3.0", "ZeroDivisionError: ...")


async def test_opening_makes_the_file_and_records_it(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await until(pilot, "def sum_up(x):", "raise NotImplementedError")
        assert home.kinds() == ["opened"]


async def test_the_worker_says_how_far_it_is(home: Home) -> None:
    home.workers.first_words = home.workers.first_words[:1]
    async with home.play(0, (120, 40)) as pilot:
        await until(pilot, "starting Python, importing jax and flax")


async def test_hints_come_one_at_a_time_and_stay(home: Home) -> None:
    async with home.play(0, (80, 40)) as pilot:
        await pilot.press("h")
        text = await until(pilot, "Hint 1 of 3", "Which layer multiplies?", "Hints 1/3")
        assert "Hint 2" not in text
        await pilot.press("h")
        await until(pilot, "Hint 1 of 3", "Hint 2 of 3", "A kernel of ones.")
        await pilot.press("h")
        await until(pilot, "Hint 3 of 3", "Linear(n, 1, kernel_init=ones).")
        await pilot.press("h")
        await until(pilot, "There are no more hints.")
        assert home.kinds() == ["opened", "hint", "hint", "hint"]


async def test_hints_of_yesterday_are_still_there(home: Home) -> None:
    home.journal.append(EntryKind.HINT, "sum-up", index=0)
    home.session.progress.refresh()
    async with home.play(0, (80, 40)) as pilot:
        await until(pilot, "Hints 1/3")
        await pilot.press("h")
        await until(pilot, "Hint 1 of 3", "Hint 2 of 3")


async def test_the_newest_hint_is_in_sight(home: Home) -> None:
    async with home.play(0, (60, 15)) as pilot:
        for _ in range(3):
            await pilot.press("h")
        await until(pilot, "Linear(n, 1, kernel_init=ones).")


async def test_the_newest_hint_is_shown_from_its_beginning(home: Home) -> None:
    hints = home.folder / "content" / "first" / "sum-up" / "hints.md"
    long = "\n\n".join(f"Paragraph {number}." for number in range(20))
    hints.write_text(f"{long}\n---\nFirst words. {long}\n")
    async with home.play(0, (60, 15)) as pilot:
        await pilot.press("h", "h")
        text = await until(pilot, "Hint 2 of 2", "First words.")
        assert text.index("Task") < text.index("Hint 2 of 2") and "Paragraph 19." not in text


async def test_the_solution_is_asked_for_while_the_problem_is_unsolved(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("s")
        await until(pilot, "You have not solved this one yet. If you look at")
        await pilot.press("n")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        assert "kernel_init" not in shown(pilot) and home.kinds() == ["opened"]
        await pilot.press("s")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, "Solution", "nnx.initializers.ones", "raise NotImplementedError")
        assert home.kinds() == ["opened", "revealed"]


async def test_the_solution_is_there_at_once_after_a_pass(home: Home) -> None:
    solve(home)
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("s")
        await until(pilot, "nnx.initializers.ones")
        assert "revealed" not in home.kinds()


async def test_the_solution_is_asked_for_once(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("s")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, "nnx.initializers.ones")
        await pilot.press("l", "s")
        await until(pilot, "nnx.initializers.ones")
        assert home.kinds().count("revealed") == 1


async def test_n_and_b_go_over_the_ends_of_tracks(home: Home) -> None:
    async with home.play(1, (120, 40)) as pilot:
        await pilot.press("n")
        await until(pilot, "Second 1/1", "sum_last.py")
        await pilot.press("n")
        await until(pilot, "This is the last problem.")
        await pilot.press("b", "b")
        await until(pilot, "First 1/2", "sum_up.py")
        await pilot.press("b")
        await until(pilot, "This is the first problem.")
        assert home.workers.prepared == ["sum-more", "sum-last", "sum-more", "sum-up"]


async def test_escape_goes_back_with_the_cursor_where_it_was(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("down", "enter")
        await until(pilot, "First 2/2")
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)
        await pilot.press("enter")
        await until(pilot, "First 2/2")


async def test_slash_goes_back_to_find_another(home: Home) -> None:
    async with home.play(0) as pilot:
        await pilot.press("slash", *"last", "enter")
        await until(pilot, "Second 1/1")


@pytest.mark.parametrize("size", [(60, 15), *SIZES])
async def test_tab_reaches_every_part(home: Home, size: tuple[int, int]) -> None:
    async with home.play(0, size) as pilot:
        await until(pilot, "Sums are everywhere.")
        seen = [focused(pilot).id]
        for _ in range(3):
            await pilot.press("tab")
            seen.append(focused(pilot).id)
        assert seen == ["page-lesson", "code", "report", "page-lesson"]
        await pilot.press("shift+tab")
        assert focused(pilot).id == "report"


async def test_digits_go_to_a_part(home: Home) -> None:
    async with home.play(0) as pilot:
        for key, part in (("2", "code"), ("3", "report"), ("1", "page-lesson")):
            await pilot.press(key)
            assert focused(pilot).id == part


async def test_who_gets_the_keys_gets_the_room_before_anything_is_drawn(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, "Sums are everywhere.")
        screen = pilot.app.screen
        screen.set_focus(screen.query_one("#report"))
        assert screen.has_class("-on-report")
        await settled(pilot, lambda: "Sums are everywhere." not in shown(pilot))


async def test_in_a_narrow_terminal_the_part_with_the_keys_has_the_room(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, "Sums are everywhere.")
        assert "def sum_up(x):" not in shown(pilot)
        await pilot.press("2")
        text = await until(pilot, "def sum_up(x):")
        assert "Sums are everywhere." not in text
        await pilot.press("1")
        await until(pilot, "Sums are everywhere.")


@pytest.mark.parametrize("size", SIZES)
async def test_z_gives_one_part_the_whole_screen_until_the_next_run(home: Home, size: tuple[int, int]) -> None:
    def rows_of(*ids: str) -> list[int]:
        return [pilot.app.screen.query_one(f"#{each}").region.height for each in ids]

    async with home.play(0, size) as pilot:
        await until(pilot, "Sums are everywhere.", "sum_up.py")
        shared = rows_of("reading", "code", "report")
        await pilot.press("z")
        await settled(pilot, lambda: rows_of("reading", "code", "report") == [size[1] - 2, 0, 0])
        await pilot.press("2")
        await settled(pilot, lambda: rows_of("reading", "code", "report") == [0, size[1] - 2, 0])
        assert focused(pilot).id == "code"
        await pilot.press("3")
        await settled(pilot, lambda: rows_of("reading", "code")[0] == 0 and rows_of("report")[0] >= size[1] - 4)
        await pilot.press("z", "1")
        await settled(pilot, lambda: rows_of("reading", "code", "report") == shared)
        await pilot.press("z")
        await settled(pilot, lambda: rows_of("code") == [0])
        await pilot.press("r")
        await settled(pilot, lambda: rows_of("code")[0] > 0 and rows_of("report")[0] > 0)


async def test_d_unfolds_the_docstring_of_the_file(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await until(pilot, "Sums are everywhere.", "sum_up.py")
        stub = (home.folder / "content" / "first" / "sum-up" / "stub.py").read_text()
        path = home.session.files.path(home.problems[0])
        path.write_text(f'"""Sum up\n\nThe whole task.\nMore of it.\n"""\n\n{stub}')
        await pilot.press("r")
        await until(pilot, '"""Sum up  ⋯ 4 lines: d')
        await pilot.press("2", "d")
        await until(pilot, "The whole task.")
        await pilot.press("d")
        await settled(pilot, lambda: "The whole task." not in shown(pilot))


async def test_a_page_keeps_its_place(home: Home) -> None:
    async with home.play(0, (60, 15)) as pilot:
        await until(pilot, "Sums are everywhere.")
        await pilot.press("space")
        await settled(pilot, lambda: focused(pilot).scroll_offset.y > 0)
        place = focused(pilot).scroll_offset
        await pilot.press("t", "l")
        assert focused(pilot).scroll_offset == place


@pytest.mark.parametrize("keys", [("question_mark",), ("2",), ()])
async def test_space_goes_a_page_further_wherever_something_can_be_scrolled(home: Home, keys: tuple[str, ...]) -> None:
    home.file().write_text("x = 1\n" * 60)
    async with home.play(0, (60, 15)) as pilot:
        await until(pilot, "Sums are everywhere.")
        await pilot.press(*keys, "space")
        await settled(pilot, lambda: focused(pilot).scroll_offset.y > 0)


async def test_help_says_where_the_file_lies(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, "Take the next hint")
        await pilot.press("end")
        await until(pilot, str(home.file())[:40])


@pytest.mark.parametrize("size", [(60, 15), *SIZES])
async def test_the_last_line_shows_whole_keys_and_always_the_help(home: Home, size: tuple[int, int]) -> None:
    async with home.play(0, size) as pilot:
        for key, first in (("tab", "e Edit"), ("r", "enter Next")):
            await pilot.press(key)
            line = (await until(pilot, first)).splitlines()[-1]
            assert re.fullmatch(r"( +\S+ [A-Z][a-z]+( [a-z]+)? ?)+", line), line
            assert line.strip().startswith(first) and "? Help" in line


async def test_a_click_on_a_key_presses_it(home: Home) -> None:
    async with home.play(0) as pilot:
        line = (await until(pilot, "? Help")).splitlines()[-1]
        for word in ("Hint", "Help"):
            await pilot.click("KeyFooter", offset=(line.index(word), 0))
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "hint" in home.kinds()


async def test_help_tells_of_the_screen_below_each_time(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, "Take the next hint", "sum_up.py")
        await pilot.press("escape", "escape", "question_mark")
        text = await until(pilot, "Practise the problem under the cursor", "All problems")
        assert "Take the next hint" not in text and "sum_up.py" not in text
        await pilot.press("q")
        pilot.app.theme = "textual-light"
        await pilot.press("question_mark")
        await until(pilot, "Practise the problem under the cursor")
        assert pilot.app.screen.styles.background == Color.parse(pilot.app.theme_variables["background"])


async def test_help_sorts_the_keys_by_what_they_are_for(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("question_mark")
        text = await until(pilot, *GROUPS)
        assert text.index("Edit your file") < text.index("Take the next hint") < text.index("Go to your file")
        assert "Leave flaxdrills" in text
        assert "This screen" not in text


@pytest.mark.parametrize("start", [None, 0])
async def test_in_the_help_no_line_wraps_at_60_columns(home: Home, start: int | None) -> None:
    async with home.play(start, (60, 60)) as pilot:
        await until(pilot, "? Help")
        if start is not None:
            await pilot.press("r")
            await until(pilot, "PASSED")
        told = [active.binding.tooltip for active in offered(pilot.app.screen)]
        await pilot.press("question_mark")
        text = await until(pilot, "Moving about")
        assert [line for line in told if line not in text] == []


async def test_q_quits(home: Home) -> None:
    async with home.play(0) as pilot:
        await pilot.press("q")
        await settled(pilot, lambda: not pilot.app.is_running)


async def test_a_lesson_that_cannot_be_read_is_said(home: Home) -> None:
    (home.folder / "content" / "first" / "sum-up" / "lesson.md").unlink()
    async with home.play(0, (120, 40)) as pilot:
        await until(pilot, "This problem cannot be read.")
        await pilot.press("h", "t", "l")
        await until(pilot, "This problem cannot be read.")


async def test_a_hint_that_cannot_be_recorded_is_shown_and_recorded_later(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await until(pilot, "Sums are everywhere.")
        (home.folder / "journal").rename(home.folder / "moved")
        (home.folder / "journal").write_text("in the way")
        await pilot.press("h")
        await until(pilot, "could not be recorded", "Which layer")
        await pilot.press("h")
        await until(pilot, "A kernel of ones.")
        (home.folder / "journal").unlink()
        (home.folder / "moved").rename(home.folder / "journal")
        await pilot.press("h")
        await until(pilot, "Hint 3 of 3")
        assert home.kinds() == ["opened", "hint", "hint", "hint"]


async def test_a_file_that_cannot_be_made_is_said_and_nothing_breaks(home: Home) -> None:
    (home.folder / "solutions").write_text("in the way")
    async with home.play(0, (120, 40)) as pilot:
        await settled(pilot, lambda: pilot.app.screen.query("#code .fault"))
        assert "could not be made" in str(pilot.app.screen.query_one("#code .fault", Static).content)
        await pilot.press("r", "e")
        await until(pilot, "Sums are everywhere.")


@pytest.mark.parametrize(("size", "said"), [((59, 24), "59x24"), ((80, 14), "80x14")])
async def test_a_terminal_that_is_too_small_is_said_until_it_grows(
    home: Home, size: tuple[int, int], said: str
) -> None:
    async with home.play(0, size) as pilot:
        await until(pilot, f"Terminal too small: {said}; needs 60x15")
        await pilot.press("n", "question_mark", "ctrl+p")
        await pilot.resize_terminal(40, 10)
        await until(pilot, "Terminal too small: 40x10; needs 60x15")
        await pilot.resize_terminal(80, 24)
        await until(pilot, "Sums are everywhere.")
        await pilot.resize_terminal(40, 10)
        await until(pilot, "Terminal too small: 40x10; needs 60x15")


async def test_the_solution_page_takes_the_keys(home: Home) -> None:
    solve(home)
    async with home.play(0) as pilot:
        await pilot.press("3", "s")
        await settled(pilot, lambda: focused(pilot).id == "page-solution")
        assert reading(pilot).page == "solution"


def reading(pilot: Pilot[None]) -> ReadingPane:
    """The pane with the texts."""
    return pilot.app.screen.query_one(ReadingPane)


def have_twins(home: Home) -> None:
    """Make the first and the last problem twins."""
    for one, other in (("first/sum-up", "sum-last"), ("second/sum-last", "sum-up")):
        with (home.folder / "content" / one / "problem.toml").open("a") as file:
            file.write(f'twin = "{other}"\n')
    home.session.catalogue = load_catalogue(home.folder / "content")


@pytest.mark.parametrize("size", SIZES)
async def test_after_a_pass_w_goes_to_the_twin(home: Home, size: tuple[int, int]) -> None:
    have_twins(home)
    async with home.play(0, size) as pilot:
        assert "w Twin" not in await until(pilot, "h Hint")
        await pilot.press("w")
        await pilot.press("r")
        await until(pilot, "w Twin", "w goes to the same")
        await pilot.press("w")
        await until(pilot, "There is a last one.")
        assert home.session.overview().last_opened == "sum-last"


@pytest.mark.parametrize("size", SIZES)
async def test_w_shows_both_solutions_once_both_twins_are_solved(home: Home, size: tuple[int, int]) -> None:
    have_twins(home)
    text = "# the one in the other API\n"
    home.session.files.keep(home.problems[2], text)
    home.journal.append(EntryKind.ATTEMPT, "sum-last", verdict="passed", sha256=sha256_of(text))
    home.session.progress.refresh()
    home.file().write_text("# mine\n")
    async with home.play(0, size) as pilot:
        await pilot.press("r")
        await until(pilot, "PASSED", "w shows your solution beside the one in Second.", "w Twin")
        await pilot.press("w")
        await until(pilot, "# mine", "# the one in the other API", "First: Sum", "Second: Sum")
        await pilot.press("tab", "y")
        assert pilot.app.clipboard == text
        await pilot.press("w")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))


async def test_a_solution_that_is_not_here_is_said_beside_the_other(home: Home) -> None:
    have_twins(home)
    solve(home, 2)
    async with home.play(0) as pilot:
        await pilot.press("r")
        await until(pilot, "w Twin")
        await pilot.press("w")
        await until(pilot, "def sum_up(x):", "This text is not on this machine")


async def test_keys_that_can_do_nothing_say_why(home: Home) -> None:
    have_twins(home)
    async with home.play(0) as pilot:
        for key, why in (
            ("w", "w goes to the same idea in Second, once this problem is solved."),
            ("g", "g changes the grade right after a pass"),
            ("v", "sum-up was not solved yet"),
            ("f", "Nothing is folded"),
            ("enter", "n goes to the next problem."),
        ):
            await pilot.press(key)
            await noticed(pilot, why)
        await pilot.press("m")
        await until(pilot, "There is no run to look at.")
        await pilot.press("escape", "n")
        await until(pilot, "sum_more.py")
        await pilot.press("w")
        await noticed(pilot, "This problem has no twin in the other API.")
        line = shown(pilot).splitlines()[-1]
        assert "t Task" in line
        for key in "wgvf":
            assert f" {key} " not in line


async def test_w_compares_nothing_while_a_review_waits(home: Home) -> None:
    have_twins(home)
    solve(home)
    solve(home, 2)
    home.session.reset(home.problems[2])
    async with home.play(0) as pilot:
        await pilot.press("w")
        await noticed(pilot, "once no review of either problem is due or begun.")


async def test_after_the_last_problem_there_is_something_to_do(home: Home) -> None:
    solve(home)
    solve(home, 1)
    async with home.play(2, (120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, "That is all 3 of them", "The first review comes on ", "v in the list begins the review")
        await pilot.press("enter")
        await noticed(pilot, "Nothing follows. The first review comes on ")
        await pilot.press("n")
        await noticed(pilot, "This is the last problem. The first review comes on ")


async def test_at_the_end_of_the_list_it_is_said_what_was_left_out(home: Home) -> None:
    async with home.play(2, (120, 40)) as pilot:
        await pilot.press("n")
        await noticed(pilot, "This is the last problem. 3 problems not solved yet; the first of them is “Sum")


async def test_the_twin_of_what_was_solved_long_ago_is_offered(home: Home) -> None:
    have_twins(home)
    solve(home)
    async with home.play(0) as pilot:
        await until(pilot, "w Twin")


async def test_without_the_gpu_that_is_set_the_cpu_is_offered_once(home: Home) -> None:
    home.workers.first_words = (Preparing("opening the device"), NoGpu("A GPU was asked for."))
    async with home.play(0, settings=Settings(device=Platform.GPU)) as pilot:
        await until(pilot, "A GPU was asked for.", "Use the CPU until you leave the app?")
        home.workers.first_words = (READY,)
        await pilot.press("enter")
        await until(pilot, "Runs use the CPU until you leave the app.", "ready on cpu")
        assert home.workers.platform is Platform.CPU
        await pilot.press("r")
        await until(pilot, "PASSED")


async def test_who_wants_no_cpu_is_told_why_nothing_runs(home: Home) -> None:
    home.workers.first_words = (Preparing("opening the device"), NoGpu("A GPU was asked for."))
    async with home.play(0) as pilot:
        await until(pilot, "Use the CPU until you leave the app?")
        await pilot.press("n", "r")
        text = await until(pilot, "NO GPU", "not your mistake, and not recorded")
        assert "BROKEN" not in text
        await pilot.pause(0.5)
        assert "Use the CPU" not in shown(pilot)
