"""Prerequisites and twins."""

from __future__ import annotations

import pytest

from flaxdrills.problems.problem import Problem
from flaxdrills.verify.rules.problem_links import find_broken_links
from tests.verify.conftest import catalogue_of, problem_of


def found(*problems: Problem) -> list[str]:
    catalogue = catalogue_of(*problems)
    return [str(finding) for problem in problems for finding in find_broken_links(catalogue, problem)]


def test_twins_that_name_each_other_hold() -> None:
    assert found(problem_of("one", twin="two"), problem_of("two", "linen", twin="one")) == []


def test_prerequisites_that_come_earlier_or_in_another_track_hold() -> None:
    assert (
        found(
            problem_of("one"),
            problem_of("two", position=2, prerequisites=("one", "other")),
            problem_of("other", "linen", position=9),
        )
        == []
    )


@pytest.mark.parametrize("answer", [None, "third"])
def test_a_twin_must_say_so_too(answer: str | None) -> None:
    third = problem_of("third", "train", twin="two" if answer else None)
    reasons = found(problem_of("one", twin="two"), problem_of("two", "linen", twin=answer), third)
    assert reasons == ["one/problem.toml: its twin 'two' does not name it: there should be `twin = \"one\"` in two"]


def test_nobody_is_their_own_twin() -> None:
    assert found(problem_of("one", twin="one")) == ["one/problem.toml: it is its own twin"]


def test_what_is_needed_comes_earlier_in_the_track() -> None:
    problems = (problem_of("one", prerequisites=("two",)), problem_of("two", position=2))
    assert found(*problems) == ["one/problem.toml: it needs 'two', which comes later in the track"]
