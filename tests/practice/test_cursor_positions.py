"""Where the learner was, kept and lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.practice.cursor_positions import CursorPositions, ReadingPosition

SPOT = ReadingPosition("lesson", 12, 40, "reading")


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    places = CursorPositions(tmp_path / "cache" / "places.json")
    places.leave_problem("sum-up", SPOT)
    places.save()
    assert CursorPositions(tmp_path / "cache" / "places.json").position("sum-up") == SPOT
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["places.json"]


def test_the_list_was_left_last_until_a_problem_is_opened(tmp_path: Path) -> None:
    places = CursorPositions(tmp_path / "places.json")
    places.leave_problem("sum-up", SPOT)
    assert places.listed("sum-up") is None
    places.leave_list("sum-up", "sum-last")
    places.save()
    again = CursorPositions(tmp_path / "places.json")
    assert again.listed("sum-up") == "sum-last"
    assert again.listed("sum-more") is None
    again.leave_problem("sum-up", SPOT)
    assert again.listed("sum-up") is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"spots": {"a": {}}, "listed": null}', '{"spots": {}, "listed": 3}'])
def test_a_damaged_file_is_no_more_than_a_lost_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "places.json"
    path.write_text(text)
    places = CursorPositions(path)
    assert places.position("a") is None
    places.leave_problem("a", SPOT)
    places.save()
    assert CursorPositions(path).position("a") == SPOT


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    places = CursorPositions(tmp_path / "cache" / "places.json")
    places.leave_problem("a", SPOT)
    places.save()
    assert places.position("a") == SPOT


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    places = CursorPositions(path)
    places.leave_problem("a", SPOT)
    places.save()
    path.unlink()
    places.leave_problem("a", SPOT)
    places.save()
    assert not path.exists()


def test_the_problems_left_longest_ago_are_forgotten() -> None:
    places = CursorPositions()
    for number in range(250):
        places.leave_problem(f"problem-{number}", SPOT)
    assert places.position("problem-0") is None
    assert places.position("problem-50") == SPOT


def test_another_width_keeps_the_share_that_was_read() -> None:
    assert SPOT.line_of(40) == 12
    assert SPOT.line_of(80) == 24
    assert ReadingPosition("task", 0, 0, "reading").line_of(9) == 0
