"""The help: all keys of a screen, where the file is, and that the README and the manual name the same keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.binding import Binding, BindingsMap

from flaxdrills.ui.app import FlaxdrillsApp
from flaxdrills.ui.screens.browse_screen import BrowseScreen
from flaxdrills.ui.screens.practice.file_and_report import FileAndReport
from flaxdrills.ui.screens.practice.practice_screen import PracticeScreen
from flaxdrills.ui.widgets.problem_list import ProblemList
from flaxdrills.ui.widgets.reading_pane import ReadingPane
from flaxdrills.ui.widgets.report_view import ReportView
from tests.ui.conftest import Home, until

ROOT = Path(__file__).parents[3]
PRACTISING = (PracticeScreen, FileAndReport)
NAMES = {"slash": "/", "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]", "escape": "esc"}
IN_README = {"enter", "/", "e", "r", "h", "s", "x", "m", "p", "?", "l", "t", "v", "w", "ctrl+r", "1", "2", "3"}
"""The keys that whoever begins is told of."""


def keys_of(*classes: type) -> set[str]:
    """The keys of what is bound in `classes` and told of in the help, as the texts write them."""
    found = [binding for one in classes for binding in BindingsMap(one.BINDINGS) if binding[1].id]  # type: ignore[attr-defined]
    return {NAMES.get(key, key) for key, _ in found}


def told_in(path: Path) -> set[str]:
    """The keys in the tables of the text at `path`."""
    rows = re.findall(r"^\| (`.*?) \| .* \|$", path.read_text(), re.MULTILINE)
    return {key for row in rows for key in re.findall(r"`([^` ]+)`", row)}


def test_the_manual_tells_of_every_key_and_of_no_other() -> None:
    bound = keys_of(*PRACTISING, BrowseScreen, FlaxdrillsApp, ProblemList, ReadingPane, ReportView)
    moving = {"up", "down", "tab", "shift+tab"}
    told = {key for key in told_in(ROOT / "flaxdrills" / "MANUAL.md") if not key.startswith("flaxdrills")}
    keys = {key for key in told if re.fullmatch(r"\S|[a-z]+|ctrl\+.", key)}
    assert bound - moving <= keys
    assert keys & IN_README == IN_README


def test_the_readme_tells_of_the_keys_that_are_needed_first() -> None:
    told = told_in(ROOT / "README.md")
    assert told >= IN_README
    every = keys_of(*PRACTISING, BrowseScreen, FlaxdrillsApp, ProblemList)
    assert {key for key in told if re.fullmatch(r"\S|enter|ctrl\+.", key)} <= every


@pytest.mark.parametrize("binding_class", PRACTISING)
async def test_the_help_has_every_key_also_those_that_can_do_nothing_now(home: Home, binding_class: type) -> None:
    hidden = {"E", "esc"}  # The first is for tmux alone; the second is told of as what it does now.
    async with home.play(0, (120, 60)) as pilot:
        await pilot.press("question_mark")
        text = await until(pilot, "Your solution", "Parts of the screen")
        bindings: list[Binding] = [one for one in binding_class.BINDINGS if isinstance(one, Binding)]  # type: ignore[attr-defined]
        for binding in bindings:
            key = NAMES.get(binding.key, binding.key).replace("ctrl+", "^")
            if key not in hidden:
                assert re.search(rf"(^|  ){re.escape(key)} +{re.escape(binding.tooltip)}", text, re.MULTILINE), binding


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_path_is_not_broken_at_a_hyphen(home: Home, size: tuple[int, int]) -> None:
    async with home.play(0, size) as pilot:
        long = "/tmp/" + "a-folder-with-hyphens/" * 9 + "one.py"
        await until(pilot, "sum_up.py")
        pilot.app.screen.sub_title = f"Your file is {long}"
        await pilot.press("question_mark")
        lines = (await until(pilot, "Your file is")).splitlines()
        first = next(number for number, line in enumerate(lines) if "Your file is" in line)
        assert "".join(line.strip() for line in lines[first : first + 4]).startswith(f"Your file is {long}")
        assert len(lines[first]) >= size[0] - 5
