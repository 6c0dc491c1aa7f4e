"""`flaxdrills progress`, called as a learner calls it."""

from __future__ import annotations

import pytest

from flaxdrills.journal.journal import EntryKind
from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def test_progress_counts_attempts_and_solved_problems(installed: Installation) -> None:
    installed.record_pass("sum-up", "sum-up", "sum-last")
    found = installed.call("progress", "--json").json
    assert {
        "attempts": 3,
        "solved": 2,
        "problems": 3,
        "streak": {"current": 1, "longest": 1},
        "due": [],
        "reviews_today": [],
        "tracks": [
            {"id": "first", "problems": 2, "solved": 1, "due": 0, "chapters": []},
            {"id": "second", "problems": 1, "solved": 1, "due": 0, "chapters": []},
        ],
        "first_tries": {"passed": 2, "of": 2},
        "concepts": [],
    }.items() <= found.items()
    assert [(day["attempts"], day["passed"]) for day in found["days"]] == [(3, 3)]
    assert (len(found["coming"]), sum(day["due"] for day in found["coming"])) == (14, 2)
    assert [one["problem"] for one in found["latest"]] == ["sum-last", "sum-up", "sum-up"]
    assert "solved    2 of 3\nstreak    1 day (longest 1 day)\nattempts  3\n" in installed.call("progress").out


def test_half_written_files_are_told_and_spoil_no_first_try(installed: Installation) -> None:
    for _ in range(2):
        installed.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="error", unfinished=True)
    installed.record_pass("sum-up")
    found = installed.call("progress", "--json").json
    assert (found["attempts"], found["unfinished"], found["first_tries"]) == (3, 2, {"passed": 1, "of": 1})
    assert [one["unfinished"] for one in found["latest"]] == [False, True, True]
    out = installed.call("progress").out
    assert "attempts  3 (2 of unfinished files, which do not count)\n" in out
    assert "first try 1 of 1 (100%)\n" in out
    assert out.count("error, unfinished\n") == 2


def test_progress_names_the_chapters_that_are_begun(installed: Installation) -> None:
    (installed.folder / "content" / "tracks.toml").write_text(
        '[[track]]\nid = "first"\ntitle = "First"\n'
        '[[track.chapter]]\ntitle = "Easy"\nproblems = ["sum-up", "sum-more"]\n'
        '[[track.chapter]]\ntitle = "Hard"\nproblems = []\n'
    )
    installed.record_pass("sum-up")
    out = installed.call("progress").out
    assert "  Easy  1 of 2\n" in out and "Hard" not in out
    (track,) = installed.call("progress", "--json").json["tracks"]
    assert [chapter["solved"] for chapter in track["chapters"]] == [1, 0]
