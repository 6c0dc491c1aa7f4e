"""Code with numbers, in a part of the screen that is narrower than it."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.strip import Strip

from flaxdrills.system.python_source import LARGE
from flaxdrills.ui.widgets import numbered_code
from flaxdrills.ui.widgets.numbered_code import NumberedCode
from tests.ui.conftest import WidgetApp, shown, until


class Page(WidgetApp):
    """Three lines, of which the second is longer than the terminal is wide."""

    def compose(self) -> ComposeResult:
        with ScrollableContainer():
            yield NumberedCode()

    def on_mount(self) -> None:
        self.query_one(NumberedCode).show("first\nthe second goes on\n    third")


async def test_a_line_that_is_longer_than_the_room_goes_on_below() -> None:
    async with Page().run_test(size=(16, 6)) as pilot:
        await until(pilot, "first")
        assert shown(pilot).splitlines()[:4] == ["  1  first", "  2  the second", "         goes on", "  3      third"]
        await pilot.resize_terminal(40, 6)
        await until(pilot, "  2  the second goes on")


class Large(WidgetApp):
    """A text of `source`, and how many of its lines were drawn."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source
        self.drawn = 0

    def compose(self) -> ComposeResult:
        with ScrollableContainer():
            yield NumberedCode()

    def on_mount(self) -> None:
        code = self.query_one(NumberedCode)
        draw = code.render_line

        def counted(y: int) -> Strip:
            self.drawn += 1
            return draw(y)

        code.render_line = counted  # type: ignore[method-assign]
        code.show(self._source)


async def test_of_a_large_text_only_what_is_in_sight_is_drawn_and_nothing_is_coloured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    coloured: list[str] = []
    monkeypatch.setattr(numbered_code, "python_lines", coloured.append)
    app = Large("x = 1\n" * 100_000)
    async with app.run_test(size=(40, 10)) as pilot:
        await until(pilot, "      1  x = 1")
        await pilot.press("tab", "end")
        await until(pilot, " 100000  x = 1")
        assert app.drawn < 5_000
        assert not coloured


@pytest.mark.parametrize(("characters", "is_coloured"), [(LARGE, True), (LARGE + 1, False)])
async def test_colours_end_where_they_would_take_long(characters: int, is_coloured: bool) -> None:
    source = f"if x:\n{' ' * (characters - 6)}"
    async with Large(source).run_test(size=(40, 4)) as pilot:
        await until(pilot, "if x:")
        styles = {segment.text: segment.style for segment in pilot.app.screen._compositor.render_strips()[0]}
        assert ("if" in styles) is is_coloured


async def test_a_line_that_is_too_long_to_show_says_how_much_is_left_out() -> None:
    strange = "\x01" * 1_000_000
    async with Large(f"x = '{strange}'\ny = 2\n").run_test(size=(40, 5)) as pilot:
        await until(pilot, "  1  x = '\\x01")
        pilot.app.screen.query_one(ScrollableContainer).scroll_end(animate=False)
        await until(pilot, "⋯ 999,006 more\n", "characters", "  2  y = 2")


async def test_what_is_selected_is_the_code_alone() -> None:
    async with Large("x = 1\n\ty = 2\n").run_test(size=(40, 5)) as pilot:
        await until(pilot, "y = 2")
        code = pilot.app.screen.query_one(NumberedCode)
        await pilot.mouse_down(code, offset=(5, 0))
        await pilot.mouse_up(code, offset=(12, 1))
        assert pilot.app.screen.get_selected_text() == "x = 1\n    y = "


async def test_what_is_selected_over_two_rows_is_one_line() -> None:
    async with Large("first second third\ny = 2\n").run_test(size=(18, 6)) as pilot:
        await until(pilot, "y = 2")
        code = pilot.app.screen.query_one(NumberedCode)
        await pilot.mouse_down(code, offset=(11, 0))
        await pilot.mouse_up(code, offset=(5, 2))
        assert pilot.app.screen.get_selected_text() == "second third\ny"


async def test_a_folded_docstring_unfolds_for_a_mark_in_it() -> None:
    async with Large('"""Title\n\nThe task.\nMore.\n"""\nx = 1\n').run_test(size=(40, 9)) as pilot:
        code = pilot.app.screen.query_one(NumberedCode)
        code.fold(True)
        await until(pilot, '  1  """Title  ⋯ 4 lines: d\n  6  x = 1')
        assert code.row_of(6) == 1
        code.mark(6)
        await until(pilot, "▶ 6  x = 1")
        assert "The task." not in shown(pilot)
        code.mark(3)
        await until(pilot, "▶ 3  The task.", "  5  ")


async def test_it_may_be_drawn_before_the_new_lines_are_laid_out() -> None:
    async with Page().run_test(size=(16, 6)) as pilot:
        await until(pilot, "first")
        code = pilot.app.query_one(NumberedCode)
        code.show("only one that goes on")
        assert "".join(code.render_line(y).text.strip() for y in range(4)) == "1  only onethatgoes on"
