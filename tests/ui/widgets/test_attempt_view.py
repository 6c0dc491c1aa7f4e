"""A comparison of two texts, however long they are."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult

from flaxdrills.ui.widgets.attempt_view import AttemptView
from flaxdrills.ui.widgets.hanging_indent import HangingLabel
from tests.ui.conftest import WidgetApp, settled, shown, until


class Page(WidgetApp):
    """An attempt, and nothing else."""

    CSS = "AttemptView { height: 1fr; }"

    def compose(self) -> ComposeResult:
        yield AttemptView("judged")


@pytest.mark.parametrize("line", ["x = 1", "x" * 400])
async def test_what_is_too_long_to_show_of_a_comparison_is_said(line: str) -> None:
    async with Page().run_test(size=(100, 20)) as pilot:
        view = pilot.app.screen.query_one(AttemptView)
        view.compare("both", "", f"{line}\n" * 20_000)
        await pilot.pause()
        assert len(str(pilot.app.screen.query_one(HangingLabel).visual)) < 17_000
        view.scroll_end(animate=False)
        await until(pilot, "Too long to show the rest. y copies all of it.")
        assert view.text.count(line) == 20_000


async def test_a_long_line_of_a_comparison_says_how_much_is_left_out() -> None:
    async with Page().run_test(size=(100, 20)) as pilot:
        pilot.app.screen.query_one(AttemptView).compare("both", "", "x" * 1_000_000)
        await until(pilot, "⋯ 999,500 more characters")


async def test_a_note_stands_above_the_code_and_a_fault_in_its_place() -> None:
    async with Page().run_test(size=(100, 20)) as pilot:
        view = pilot.app.screen.query_one(AttemptView)
        view.show("one", "x = 1\n", "There is no other.")
        assert "There is no other.\n\n   1  x = 1" in await until(pilot, "x = 1")
        view.show_fault("one", "It was removed.")
        await settled(pilot, lambda: "x = 1" not in shown(pilot))
        assert "It was removed." in shown(pilot)
