"""Lines that are too long for where they stand."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection

from flaxdrills.ui.widgets.hanging_indent import HangingLabel, joined, rows_of

CODE = "def f(first, second):\n    return first + second\n\nf(1, 2)"
ROWS = ["def f(first,", "    second):", "    return first +", "        second", "", "f(1, 2)"]


class Page(App[None]):
    """CODE, as wide as the terminal."""

    def compose(self) -> ComposeResult:
        yield HangingLabel(Content(CODE), deeper=4)


async def test_the_rest_of_a_line_stands_deeper_than_where_the_line_begins() -> None:
    async with Page().run_test(size=(18, 12)) as pilot:
        shown = pilot.app.query_one(HangingLabel)
        assert str(shown.render()).split("\n") == ROWS
        assert shown.size.height == len(ROWS)
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert str(shown.render()) == CODE
        assert shown.size.height == CODE.count("\n") + 1


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, CODE),
        (Offset(6, 0), Offset(10, 1), "first, second"),
        (Offset(2, 1), Offset(10, 2), "second):\n    return"),
        (Offset(4, 2), None, "return first + second\n\nf(1, 2)"),
    ],
)
async def test_what_is_selected_is_the_code_as_it_was(start: Offset | None, end: Offset | None, text: str) -> None:
    async with Page().run_test(size=(18, 12)) as pilot:
        assert pilot.app.query_one(HangingLabel).get_selection(Selection(start, end)) == (text, "\n")


async def test_a_word_that_is_longer_than_the_line_is_broken() -> None:
    async with Page().run_test(size=(6, 40)) as pilot:
        shown = pilot.app.query_one(HangingLabel)
        rows = str(shown.render()).split("\n")
        assert max(map(len, rows)) <= 6
        assert "".join(row.strip() for row in rows) == CODE.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("init(random.key(seed), x)", ["init(random.key(", "    seed), x)"]),
        ("first(a,b)second(c)", ["first(a,b)second(", "    c)"]),
        # So early that half of the row would be empty.
        ("f(a_name_of_twenty_letters)", ["f(a_name_of_twenty", "    _letters)"]),
        ("one two three four five", ["one two three four", "    five"]),
    ],
)
def test_a_name_is_broken_only_where_there_is_no_bracket_or_comma(text: str, rows: list[str]) -> None:
    assert str(joined(rows_of(Content(text), 18, 4))).split("\n") == rows
