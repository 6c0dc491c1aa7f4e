"""What is sent to the terminal in place of what was drawn."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flaxdrills.ui.terminal.screen_diff import ScreenDiff

COLUMNS, ROWS = 12, 3
STYLES = (
    "",
    "1",
    "4",
    "7;31",
    "31",
    "38;5;9;48;5;3",
    "3;38;2;1;2;3;48;2;4;5;6",
    "38;2;1;2;3;48;2;9;9;9",
    "90;100",
    "39;41",
    "1;4;31",
    "4;9;31",
    "1;38;2;1;2;3;48;2;9;9;9",
)
WORDS = st.text("ab é世 ", min_size=1, max_size=4)


def at(row: int, column: int) -> str:
    return f"\x1b[{row};{column}H"


def styled(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if style else text


@st.composite
def drawings(draw: st.DrawFn) -> str:
    """A few spans, none of which ends within a wide character or beyond the last column."""
    parts = []
    for row in draw(st.lists(st.integers(1, ROWS), min_size=1, max_size=3)):
        # The whole row is drawn, as Textual does with a widget: half of a wide character is never left over.
        text, row_parts = "", []
        while len(text) < 4:
            word = draw(WORDS)
            text += word
            row_parts.append(styled(draw(st.sampled_from(STYLES)), word))
        width = sum(2 if character == "世" else 1 for character in text)
        row_parts.append(" " * (COLUMNS - width))
        parts.append(at(row, 1) + "".join(row_parts) + "\n")
    return "".join(parts)


def cells(screen: pyte.Screen) -> list[list[pyte.screens.Char]]:
    return [[as_seen(screen.buffer[row][column]) for column in range(COLUMNS)] for row in range(ROWS)]


def as_seen(char: pyte.screens.Char) -> pyte.screens.Char:
    """`char` with what is seen of it: of a space without a line through it, the background."""
    if char.data != " " or char.underscore or char.strikethrough or char.reverse:
        return char
    return pyte.screens.Char(" ", bg=char.bg)


@given(st.lists(drawings(), min_size=1, max_size=5))
def test_the_terminal_shows_what_was_drawn(drawn: list[str]) -> None:
    whole, thrifty = pyte.Screen(COLUMNS, ROWS), pyte.Screen(COLUMNS, ROWS)
    frame = ScreenDiff()
    for one in drawn:
        # Without line feeds, for here the last row would be scrolled.
        pyte.Stream(whole).feed(one.replace("\n", ""))
        sent = frame.change(one)
        assert sent is not None
        pyte.Stream(thrifty).feed(sent)
        assert cells(thrifty) == cells(whole)
        assert (thrifty.cursor.y, thrifty.cursor.x) == (whole.cursor.y, min(whole.cursor.x, COLUMNS - 1))


def test_what_stands_there_is_not_sent_again() -> None:
    frame = ScreenDiff()
    drawn = at(2, 3) + styled("1", "one") + "-two"
    assert frame.change(drawn) == drawn + at(2, 10)
    assert frame.change(drawn) == ""
    assert frame.change(at(1, 1)) == at(1, 1)


def test_the_colour_of_a_space_is_not_sent() -> None:
    frame = ScreenDiff()
    frame.change(at(1, 1) + styled("31", "one two") + "   ")
    assert frame.change(at(1, 1) + styled("31", "one") + " " + styled("31", "two   ")) == ""
    assert frame.change(at(1, 1) + styled("31", "one two") + styled("41", "   ")) != ""


def test_only_the_cells_that_differ_are_sent() -> None:
    frame = ScreenDiff()
    frame.change(at(1, 1) + "a" * 40)
    assert frame.change(at(1, 1) + "a" * 10 + "b" + "a" * 18 + "cac" + "a" * 8) == (
        at(1, 11) + "b" + at(1, 30) + "cac" + at(1, 41)
    )


def test_only_the_colour_that_differs_is_set() -> None:
    frame = ScreenDiff()
    sent = frame.change(at(1, 1) + styled("1;38;2;1;2;3;48;2;4;5;6", "a") + styled("1;38;2;7;8;9;48;2;4;5;6", "b"))
    assert sent == at(1, 1) + "\x1b[1;38;2;1;2;3;48;2;4;5;6ma\x1b[38;2;7;8;9mb\x1b[0m" + at(1, 3)


def test_the_style_is_kept_from_one_line_to_the_next_and_an_attribute_is_ended_alone() -> None:
    frame = ScreenDiff()
    lines = (styled(f"{bold}38;2;1;2;3;48;2;4;5;6", "ab") for bold in ("1;", "", "1;"))
    sent = frame.change("".join(at(row, 1) + line for row, line in enumerate(lines, 1)))
    first, second, third = f"{at(1, 1)}\x1b[1;38;2;1;2;3;48;2;4;5;6mab", f"{at(2, 1)}\x1b[22mab", f"{at(3, 1)}\x1b[1mab"
    assert sent == f"{first}{second}{third}\x1b[0m{at(3, 3)}"


@pytest.mark.parametrize(("before", "after"), [("1;2;31", "2;31"), ("21;31", "31"), ("5;31", "31")])
def test_an_attribute_that_cannot_be_ended_alone_is_ended_with_all_others(before: str, after: str) -> None:
    sent = ScreenDiff().change(at(1, 1) + styled(before, "a") + styled(after, "b"))
    assert sent == f"{at(1, 1)}\x1b[{before}ma\x1b[0;{after}mb\x1b[0m{at(1, 3)}"


def test_the_order_of_attributes_is_no_change() -> None:
    sent = ScreenDiff().change(at(1, 1) + styled("1;3;31", "a") + styled("3;1;31", "b"))
    assert sent == f"{at(1, 1)}\x1b[1;3;31mab\x1b[0m{at(1, 3)}"


def test_a_link_is_part_of_a_cell() -> None:
    frame = ScreenDiff()
    linked = at(1, 1) + "\x1b]8;id=1;https://flax.dev\x1b\\flax\x1b]8;;\x1b\\ docs"
    assert frame.change(linked) == linked + at(1, 10)
    assert frame.change(at(1, 1) + "flax") == at(1, 1) + "flax" + at(1, 5)


def test_what_was_forgotten_is_sent_again() -> None:
    frame = ScreenDiff()
    frame.change(at(1, 1) + "abc")
    frame.forget()
    assert frame.change(at(1, 1) + "abc") == at(1, 1) + "abc" + at(1, 4)


@pytest.mark.parametrize("drawn", ["\x1b[2J", at(1, 1) + "a\x1b[K", at(1, 1) + "\t", "\x1b]0;title\x07"])
def test_what_does_more_than_draw_is_not_understood(drawn: str) -> None:
    assert ScreenDiff().change(drawn) is None


def test_what_was_drawn_for_another_size_is_drawn_over() -> None:
    frame, terminal = ScreenDiff(), pyte.Screen(8, 3)
    stream = pyte.Stream(terminal)
    rows = ("cpu", "a line of it", "b")
    # The terminal is narrower by now, and what is too wide for it lands in its last column.
    terminal.reset_mode(pyte.modes.DECAWM)
    stream.feed(frame.change("".join(at(row, 1) + text.ljust(12) for row, text in enumerate(rows, 1)), (12, 3)) or "")
    stream.feed(frame.change("".join(at(row, 1) + text[:8].ljust(8) for row, text in enumerate(rows, 1)), (8, 3)) or "")
    assert terminal.display == ["cpu     ", "a line o", "b       "]
