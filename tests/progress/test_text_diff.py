"""What changed from one text to another, however long they are."""

from __future__ import annotations

import difflib

import pytest

from flaxdrills.progress.text_diff import DiffLine, difference


def test_a_change_in_a_long_text_stands_between_three_lines_on_each_side() -> None:
    lines = [f"x{number}" for number in range(10_000)]
    changed = [*lines[:5_000], "new", *lines[5_001:]]
    assert [line.sign + line.text for line in difference("\n".join(lines), "\n".join(changed))] == [
        *("@", " x4997", " x4998", " x4999", "-x5000", "+new", " x5001", " x5002", " x5003")
    ]


def test_short_texts_are_compared_line_by_line() -> None:
    signs = "".join(line.sign for line in difference("a\nb\nc\nd\ne", "a\nB\nc\nD\ne"))
    assert signs == "@ -+ -+ "


def test_where_there_is_too_much_to_compare_all_of_it_is_told_as_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(difflib, "unified_diff", None)
    old = [f"x{number % 7}" for number in range(2_000)]
    found = tuple(difference("\n".join(["a", *old, "b"]), "\n".join(["a", "new", *old, "new", "b"])))
    assert found[:2] == (DiffLine("@", ""), DiffLine(" ", "a"))
    assert [line.text for line in found if line.sign == "-"] == old
    assert [line.text for line in found if line.sign == "+"] == ["new", *old, "new"]
    assert found[-1] == DiffLine(" ", "b")
