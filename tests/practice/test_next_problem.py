"""What to do now, and what after it."""

from __future__ import annotations

from datetime import timedelta

from flaxdrills.practice.next_problem import at_the_end, following, next_problem
from flaxdrills.system.settings import Settings
from tests.practice.conftest import (
    PracticeHome,
    solve_all,
    submit,
)


async def test_the_next_problem_is_the_first_that_is_unsolved(practice: PracticeHome) -> None:
    assert next_problem(practice.session.overview()) == practice.problems[0]
    await submit(practice, "pass", practice.problems[0])
    assert next_problem(practice.session.overview()) == practice.problems[1]
    await submit(practice, "fail", practice.problems[1])
    assert next_problem(practice.session.overview()) == practice.problems[1]


async def test_the_next_problem_comes_after_the_last_one_opened(practice: PracticeHome) -> None:
    practice.session.open(practice.problems[1])
    assert next_problem(practice.session.overview()) == practice.problems[1]
    await submit(practice, "pass", practice.problems[1])
    assert next_problem(practice.session.overview()) == practice.problems[2]
    await submit(practice, "pass", practice.problems[2])
    assert next_problem(practice.session.overview()) == practice.problems[0]


async def test_when_all_is_solved_nothing_is_next(practice: PracticeHome) -> None:
    for problem in practice.problems:
        await submit(practice, "pass", problem)
    assert next_problem(practice.session.overview()) is None


async def test_no_more_are_put_first_than_are_wanted_a_day(practice: PracticeHome) -> None:
    await solve_all(practice)
    practice.clock.time += timedelta(days=20)
    practice.session.settings = Settings(reviews_a_day=2)
    assert (len(practice.session.overview().due), len(practice.session.overview().reviews)) == (3, 2)
    for left in (1, 0):
        problem = practice.session.overview().reviews[0].problem
        practice.session.reset(problem)
        await submit(practice, "pass", problem)
        assert len(practice.session.overview().reviews) == left
    assert len(practice.session.overview().due) == 1
    assert next_problem(practice.session.overview()) is None
    practice.clock.time += timedelta(days=1)
    assert next_problem(practice.session.overview()) is not None


async def test_after_a_review_the_next_one_follows_and_then_the_catalogue(practice: PracticeHome) -> None:
    await solve_all(practice)
    first, second, third = practice.problems
    assert following(practice.session.overview(), first) == second
    practice.clock.time += timedelta(days=20)
    assert following(practice.session.overview(), first) == second
    for problem, expected in ((first, second), (second, third), (third, None)):
        practice.session.reset(problem)
        await submit(practice, "pass", problem)
        assert following(practice.session.overview(), problem) == expected


async def test_what_is_left_at_the_end_is_said(practice: PracticeHome) -> None:
    await submit(practice, "pass", practice.problems[2])
    assert (
        at_the_end(practice.session.overview()) == "2 problems not solved yet; the first of them is “Sum with a layer”."
    )
    await solve_all(practice)
    assert at_the_end(practice.session.overview()).startswith("The first review comes on ")
    practice.clock.time += timedelta(days=20)
    assert at_the_end(practice.session.overview()).startswith("3 due; the first of them is “")
    practice.session.settings = Settings(reviews_a_day=0)
    practice.clock.time += timedelta(minutes=1)
    assert at_the_end(practice.session.overview()) == "none to review today, 3 due in all."
