"""Text that came from somebody's program, made safe to show."""

from __future__ import annotations

import unicodedata

import pytest

from flaxdrills.system.sanitize import visible, with_blanks_visible
from flaxdrills.system.text_wrap import hanging, paragraphs


@pytest.mark.parametrize("text", ["", "x = 1\n\ty = 2\n", "naïve – “quoted” ✓ 漢字 🙂", "non-breaking\u00a0space"])
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b2J", "\\x9b2J"),
        ("\x07\x08\x00\x7f", "\\x07\\x08\\x00\\x7f"),
        ("50%\r100%", "50%\\r100%"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("\udc80", "\\udc80"),
        ("\ue000", "\\ue000"),
        ("\u2764\ufe0f \U0001f44d\U0001f3fd", "\u2764 \U0001f44d"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_windows_line_ends_become_newlines() -> None:
    assert visible("a\r\nb\r\n") == "a\nb\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("\n \n", []),
        ("one\nline", ["one line"]),
        ("one\n  line\n\n\n\nand  another\n", ["one line", "and another"]),
    ],
)
def test_paragraphs_stand_between_empty_lines(text: str, found: list[str]) -> None:
    assert paragraphs(text) == found


def test_nothing_of_the_whole_of_unicode_can_steer_a_terminal() -> None:
    text = visible("".join(map(chr, range(0x110000))))
    assert {unicodedata.category(character) for character in text if character not in "\n\t"}.isdisjoint(
        {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    )


def test_text_hangs_under_where_it_begins_and_a_path_stays_whole() -> None:
    assert hanging("✓ Packages   ", "orbax-checkpoint 0.12, textual /a/very/long/path/of-the-home", 30) == [
        "✓ Packages   orbax-checkpoint",
        "             0.12, textual",
        "             /a/very/long/path/of-the-home",
    ]
    assert hanging("· ", "", 30) == ["·"]


def test_blanks_that_python_refuses_can_be_shown() -> None:
    assert with_blanks_visible("x = 1\u00a0+ 2\u3000\t\u200b") == "x = 1\\xa0+ 2\\u3000\t\\u200b"
