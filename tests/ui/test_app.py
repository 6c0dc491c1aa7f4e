"""ctrl-c, copying, and the mouse."""

from __future__ import annotations

from shutil import which

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from flaxdrills.judging.events import Started
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.screens.confirm_dialog import ConfirmDialog
from flaxdrills.ui.screens.help_screen import HelpScreen
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from flaxdrills.ui.widgets.code_view import CodeView
from flaxdrills.ui.widgets.key_footer import KeyFooter
from flaxdrills.ui.widgets.reading_pane import ReadingPane
from tests.ui.conftest import Home, checked, noticed, settled, shown, until

NEEDS_TMUX = (pytest.mark.process, pytest.mark.skipif(which("tmux") is None, reason="tmux is not installed"))
ENDLESS = "while True: pass\n"
ASKED = "Leave flaxdrills?"


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No tmux is around, and nothing is known of the terminal that would keep it from copying."""
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def left(pilot: Pilot[None]) -> bool:
    return pilot.app._exit


async def click_text(pilot: Pilot[None], text: str) -> None:
    """Click on the first `text` that is shown."""
    lines = shown(pilot).splitlines()
    y = next(number for number, line in enumerate(lines) if text in line)
    assert await pilot.click(offset=(lines[y].index(text), y))


async def test_ctrl_c_cancels_a_run_and_nothing_else(home: Home) -> None:
    home.file().write_text(ENDLESS)
    home.workers.script[ENDLESS] = (Started(), checked("small"))
    async with home.play(0) as pilot:
        await pilot.press("r")
        await until(pilot, "Running")
        await pilot.press("ctrl+c")
        await until(pilot, "The run was cancelled.")
        assert home.workers.cancelled == [ENDLESS]
        assert isinstance(pilot.app.screen, PracticeScreen) and not left(pilot)


async def test_ctrl_c_cancels_a_run_below_the_help(home: Home) -> None:
    home.file().write_text(ENDLESS)
    home.workers.script[ENDLESS] = (Started(), checked("small"))
    async with home.play(0) as pilot:
        await pilot.press("r")
        await until(pilot, "Running")
        await pilot.press("question_mark", "ctrl+c")
        await settled(pilot, lambda: home.workers.cancelled)
        assert isinstance(pilot.app.screen, HelpScreen)


@pytest.mark.parametrize("start", [None, 0])
async def test_ctrl_c_asks_and_no_stays(home: Home, start: int | None) -> None:
    async with home.play(start) as pilot:
        await pilot.press("ctrl+c")
        await until(pilot, ASKED)
        await pilot.press("n")
        await settled(pilot, lambda: not isinstance(pilot.app.screen, ConfirmDialog))
        assert not left(pilot)
        await pilot.press("ctrl+c")
        await until(pilot, ASKED)


@pytest.mark.parametrize("answer", ["ctrl+c", "y"])
async def test_a_second_ctrl_c_leaves_as_yes_does(home: Home, answer: str) -> None:
    async with home.play() as pilot:
        await pilot.press("ctrl+c")
        await until(pilot, ASKED)
        await pilot.press(answer)
        await settled(pilot, lambda: left(pilot))


async def test_ctrl_c_copies_what_is_selected_in_a_field(home: Home) -> None:
    async with home.play() as pilot:
        await pilot.press("slash", *"sum")
        pilot.app.query_one(Input).select_all()
        await pilot.press("ctrl+c")
        await until(pilot, "Copied: 1 line.")
        assert pilot.app.clipboard == "sum"
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_y_copies_the_file_the_report_and_the_block(home: Home) -> None:
    text = "def sum_up(x):\n    return x\n"
    home.file().write_text(text)
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, "PASSED")
        for keys, copied in ((("2", "y"), text), (("3", "y"), "PASSED  sum-up"), (("l", "y"), "import jax.numpy")):
            await pilot.press(*keys)
            await settled(pilot, lambda copied=copied: copied in pilot.app.clipboard)  # type: ignore[misc]
        assert "```" not in pilot.app.clipboard


@pytest.mark.parametrize(
    ("environ", "doubt"),
    [
        ({"TERM": "xterm-256color"}, ""),
        ({"TERM": "linux"}, "The Linux console has no clipboard."),
        ({"TERM": "tmux-256color"}, "`set -g set-clipboard on`"),
        ({"TERM": "screen"}, "through screen it does not"),
        pytest.param({"TMUX": "/nowhere,1,0", "TMUX_PANE": "%0"}, "In tmux, copying needs", marks=NEEDS_TMUX),
    ],
)
async def test_why_a_copy_may_be_nowhere_is_said(
    home: Home, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], doubt: str
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("2", "y")
        await noticed(pilot, doubt or "Copied: ")


async def test_why_it_may_be_nowhere_is_said_once(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("2", "y")
        await noticed(pilot, "The Linux console has no clipboard.")
        pilot.app.clear_notifications()
        await pilot.press("y")
        await noticed(pilot, "Sent to the terminal: ")
        assert not any("Linux console" in notice.message for notice in pilot.app._notifications)


async def test_nothing_to_copy_is_said(home: Home) -> None:
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("3", "y")
        await until(pilot, "There is nothing here to copy.")


async def test_y_copies_what_was_judged(home: Home) -> None:
    home.file().write_text("x = 1\n")
    async with home.play(0, (120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, "PASSED")
        await pilot.press("a", "d")
        await until(pilot, "as it was judged")
        await pilot.press("y")
        await settled(pilot, lambda: pilot.app.clipboard == "x = 1\n")


async def test_code_is_selected_with_the_mouse_without_its_numbers(home: Home) -> None:
    home.file().write_text("def sum_up(x):\n    return x\n")
    async with home.play(0, (120, 40)) as pilot:
        await until(pilot, "return x")
        lines = shown(pilot).splitlines()
        y = next(number for number, line in enumerate(lines) if "1  def sum_up(x):" in line)
        start = lines[y].index("def sum_up")
        await pilot.mouse_down(offset=(start, y))
        await pilot.hover(offset=(start + 12, y + 1))
        await pilot.mouse_up(offset=(start + 12, y + 1))
        await pilot.press("ctrl+c")
        await settled(pilot, lambda: "return" in pilot.app.clipboard)
        assert pilot.app.clipboard.splitlines() == ["def sum_up(x):", "    return x"]
        assert isinstance(pilot.app.screen, PracticeScreen)


async def test_the_mouse_turns_the_page_and_goes_from_part_to_part(home: Home) -> None:
    async with home.play(0) as pilot:
        await until(pilot, "Sums are everywhere.")
        await click_text(pilot, "Task")
        await until(pilot, "Write sum_up(x)")
        await click_text(pilot, "sum_up.py")
        await settled(pilot, lambda: pilot.app.screen.query_one(CodeView).has_focus)
        await click_text(pilot, "Lesson")
        await until(pilot, "Sums are everywhere.")
        assert pilot.app.screen.query_one(ReadingPane).has_focus_within


async def test_the_mouse_opens_a_problem_answers_a_question_and_goes_back(home: Home) -> None:
    async with home.play(size=(120, 40)) as pilot:
        await click_text(pilot, "sum-more")
        await until(pilot, "First 2/2")
        await click_text(pilot, "Solution")
        await until(pilot, "You have not solved this one yet.")
        await click_text(pilot, "y  yes")
        await until(pilot, "nnx.initializers.ones")
        await click_text(pilot, "Back")
        await settled(pilot, lambda: isinstance(pilot.app.screen, BrowseScreen))


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40)])
async def test_everything_that_can_be_done_is_one_click_away(home: Home, size: tuple[int, int]) -> None:
    async with home.play(0, size) as pilot:
        await settled(pilot, lambda: pilot.app.screen.query(KeyFooter))
        await click_text(pilot, "All")
        await until(pilot, "Search for commands")


async def test_no_is_chosen_until_another_key_or_the_arrows_say_yes(home: Home) -> None:
    async with home.play(0) as pilot:
        await pilot.press("s")
        await until(pilot, "You have not solved this one yet.")
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, PracticeScreen))
        await pilot.press("s")
        await until(pilot, "You have not solved this one yet.")
        await pilot.press("left", "enter")
        await until(pilot, "nnx.initializers.ones")
