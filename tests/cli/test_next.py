"""`flaxdrills next`, called as a learner calls it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Answer, Installation, have_twins, settings, solved_long_ago

pytestmark = pytest.mark.process


def test_next_is_the_first_unsolved_problem(installed: Installation) -> None:
    assert installed.call("next") == Answer(0, "sum-up\n", "")
    installed.record_pass("sum-up")
    assert installed.call("next") == Answer(0, "sum-more\n", "")
    installed.record_pass("sum-more", "sum-last")
    answer = installed.call("next")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.startswith("You have solved every problem. The first review comes on ")


def test_next_tells_of_a_twin_beside_the_id(installed: Installation) -> None:
    have_twins(installed)
    installed.record_pass("sum-up")
    assert installed.call("next") == Answer(0, "sum-more\n", "The same idea in Second: sum-last\n")
    installed.record_pass("sum-last")
    assert installed.call("next") == Answer(0, "sum-more\n", "")


def test_what_is_due_comes_first_the_hardest_to_remember_before_all(installed: Installation) -> None:
    solved_long_ago(installed, "sum-last", "sum-up")
    answer = installed.call("list", "--status", "due", "--json")
    assert [row["id"] for row in answer.json] == ["sum-last", "sum-up"]
    assert installed.call("next").out == "sum-last\n"
    assert installed.call("progress", "--json").json["due"] == ["sum-last", "sum-up"]
    settings(installed, "reviews_a_day = 0")
    assert installed.call("next").out == "sum-more\n"
