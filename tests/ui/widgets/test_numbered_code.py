"""Code with numbers, in a part of the screen that is narrower than it."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content

from flaxdrills.system.terminal_capabilities import TerminalCapabilities
from flaxdrills.ui.widgets.numbered_code import NumberedCode
from tests.ui.conftest import WidgetApp, shown, until


class Page(WidgetApp):
    """Three lines, of which the second is longer than the terminal is wide."""

    CSS = "NumberedCode { width: auto; min-width: 100%; }"

    def compose(self) -> ComposeResult:
        with ScrollableContainer():
            yield NumberedCode()

    def on_mount(self) -> None:
        self.query_one(NumberedCode).number(Content("first\nthe second goes on\n    third"), {})


@pytest.mark.parametrize(("is_ascii", "sign"), [(False, "›"), (True, ">")])
async def test_a_line_that_goes_on_out_of_sight_says_so(is_ascii: bool, sign: str) -> None:
    async with Page(TerminalCapabilities(is_ascii=is_ascii)).run_test(size=(16, 4)) as pilot:
        await until(pilot, "first")
        assert shown(pilot).splitlines()[:3] == ["  1  first", f"  2  the second{sign}", "  3      third"]
        await pilot.press("tab", *["right"] * 8)
        await until(pilot, "goes on")
        assert sign not in shown(pilot)
        await pilot.resize_terminal(40, 4)
        await until(pilot, "  2  the second goes on")
