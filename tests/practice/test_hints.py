"""Hints, one at a time."""

from __future__ import annotations

from tests.practice.conftest import (
    PracticeHome,
    practice_at,
)


def test_hints_come_one_by_one_and_end(practice: PracticeHome) -> None:
    assert practice.session.hints(practice.problem) == ()
    given = [practice.session.take_hint(practice.problem).new for _ in range(5)]
    assert [hint and (hint.number, hint.total) for hint in given] == [(1, 3), (2, 3), (3, 3), None, None]
    assert [hint and hint.text for hint in given[:2]] == ["Which layer multiplies?", "A kernel of ones."]
    assert practice.session.hints(practice.problem) == tuple(given[:3])
    assert [entry.fields["index"] for entry in practice.entries] == [0, 1, 2]


def test_hints_that_were_taken_are_remembered(practice: PracticeHome) -> None:
    practice.session.take_hint(practice.problem)
    again = practice_at(practice.home).session
    assert [hint.number for hint in again.hints(practice.problem)] == [1]
    following = again.take_hint(practice.problem).new
    assert following is not None and following.number == 2


def test_hints_of_one_problem_are_not_those_of_another(practice: PracticeHome) -> None:
    practice.session.take_hint(practice.problem)
    assert practice.session.hints(practice.problems[1]) == ()


def test_fewer_hints_than_were_taken_is_no_harm(practice: PracticeHome) -> None:
    for _ in range(3):
        practice.session.take_hint(practice.problem)
    (practice.problem.folder / "hints.md").write_text("The only one.\n")
    assert [hint.text for hint in practice.session.hints(practice.problem)] == ["The only one."]
    assert practice.session.take_hint(practice.problem).new is None
