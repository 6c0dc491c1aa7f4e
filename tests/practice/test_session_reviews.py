"""Reviews without a face: what is put first, what a fresh stub begins, what is graded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.practice.solution_files import SolutionFileError, SolutionFiles, sha256_of
from flaxdrills.progress.grade import Grade
from flaxdrills.system.settings import Settings
from tests.practice.test_session import EVENING, Desk, desk, home, submit  # noqa: F401


async def solve_all(desk: Desk) -> None:  # noqa: F811
    for problem in desk.problems:
        await submit(desk, "pass", problem)


async def test_what_was_solved_comes_back_and_is_put_first(desk: Desk) -> None:  # noqa: F811
    await submit(desk, "pass")
    assert desk.session.next_problem() == desk.problems[1]
    desk.clock.time += timedelta(days=20)
    assert desk.session.next_problem() == desk.problem
    assert [standing.problem.id for standing in desk.session.overview().due] == ["sum-up"]
    assert desk.session.can_review(desk.problem)


async def test_a_pass_of_the_old_solution_is_no_review(desk: Desk) -> None:  # noqa: F811
    await submit(desk, "pass")
    desk.clock.time += timedelta(days=20)
    await submit(desk, "pass")
    assert desk.session.can_review(desk.problem)


async def test_a_review_is_over_when_the_fresh_file_passes(desk: Desk) -> None:  # noqa: F811
    await submit(desk, "pass")
    desk.clock.time += timedelta(days=20)
    kept = desk.session.reset(desk.problem)
    assert kept is not None and kept.read_text() == "pass"
    assert desk.session.review(desk.problem).is_review
    await submit(desk, "pass")
    assert desk.session.overview().due == ()
    assert [past.round for past in desk.session.history(desk.problem)] == [1, 2]


async def test_a_stub_that_is_run_as_it_is_does_not_spoil_the_first_try(desk: Desk) -> None:  # noqa: F811
    desk.workers.script[desk.session.path(desk.problem).read_text()] = desk.workers.script["error"]
    await desk.session.submit(desk.problem, lambda report: None)
    assert desk.attempts[-1].fields["untouched"] is True
    await submit(desk, "pass")
    assert "untouched" not in desk.attempts[-1].fields
    assert desk.session.review(desk.problem).grade is Grade.EASY


async def test_no_more_are_put_first_than_are_wanted_a_day(desk: Desk) -> None:  # noqa: F811
    await solve_all(desk)
    desk.clock.time += timedelta(days=20)
    desk.session._settings = Settings(reviews_a_day=2)
    assert (len(desk.session.overview().due), len(desk.session.overview().reviews)) == (3, 2)
    for left in (1, 0):
        problem = desk.session.overview().reviews[0].problem
        desk.session.reset(problem)
        await submit(desk, "pass", problem)
        assert len(desk.session.overview().reviews) == left
    assert len(desk.session.overview().due) == 1
    assert desk.session.next_problem() is None
    desk.clock.time += timedelta(days=1)
    assert desk.session.next_problem() is not None


async def test_after_a_review_the_next_one_follows_and_then_the_catalogue(desk: Desk) -> None:  # noqa: F811
    await solve_all(desk)
    first, second, third = desk.problems
    assert desk.session.following(first) == second
    desk.clock.time += timedelta(days=20)
    assert desk.session.following(first) == second
    for problem, following in ((first, second), (second, third), (third, None)):
        desk.session.reset(problem)
        await submit(desk, "pass", problem)
        assert desk.session.following(problem) == following


async def test_the_grade_can_be_changed_and_the_same_grade_writes_nothing(desk: Desk) -> None:  # noqa: F811
    assert desk.session.regrade(desk.problem, Grade.EASY).grade is None
    await submit(desk, "pass")
    for grade in (Grade.HARD, Grade.HARD):
        assert desk.session.regrade(desk.problem, grade).grade is grade
    graded = [entry for entry in desk.entries if entry.kind == EntryKind.GRADED]
    assert [entry.fields for entry in graded] == [{"of": desk.attempts[-1].id, "grade": "hard"}]


async def test_a_look_at_the_solution_is_recorded_where_it_matters(desk: Desk) -> None:  # noqa: F811
    await submit(desk, "pass")
    desk.session.solution(desk.problem)
    assert EntryKind.REVEALED not in [entry.kind for entry in desk.entries]
    desk.clock.time += timedelta(days=20)
    assert desk.session.is_at_stake(desk.problem)
    desk.session.solution(desk.problem)
    desk.session.reset(desk.problem)
    await submit(desk, "pass")
    assert desk.session.review(desk.problem).grade is Grade.AGAIN


async def test_a_file_that_is_gone_begins_the_review_that_is_due(desk: Desk) -> None:  # noqa: F811
    await submit(desk, "pass")
    desk.session.path(desk.problem).unlink()
    desk.session.open(desk.problem)
    assert EntryKind.RESET not in [entry.kind for entry in desk.entries]
    desk.clock.time += timedelta(days=20)
    desk.session.path(desk.problem).unlink()
    desk.session.open(desk.problem)
    assert [entry.kind for entry in desk.entries][-2:] == [EntryKind.RESET, EntryKind.OPENED]
    desk.session.path(desk.problems[1])
    assert [entry.kind for entry in desk.entries][-1] == EntryKind.OPENED


async def test_what_was_judged_can_be_read_again(desk: Desk) -> None:  # noqa: F811
    await submit(desk, "fail")
    await submit(desk, "pass")
    past = desk.session.history(desk.problem)
    assert [desk.session.judged(desk.problem, one.attempt.sha256) for one in past] == ["fail", "pass"]
    assert desk.session.attempts_on(EVENING.date()) == tuple(one.attempt for one in past)


def test_a_judged_text_is_private_and_kept_once(desk: Desk) -> None:  # noqa: F811
    workspace = SolutionFiles(desk.home / "solutions", desk.home / "history")
    paths = {workspace.keep(desk.problem, "x = 1\n") for _ in range(3)}
    [path] = paths
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert workspace.judged(desk.problem, sha256_of("x = 1\n")) == "x = 1\n"


@pytest.mark.parametrize("sha256", ["", "ab" * 32, sha256_of("other\n")])
def test_a_text_that_is_not_there_is_said(desk: Desk, sha256: str) -> None:  # noqa: F811
    with pytest.raises(SolutionFileError, match="not on this machine"):
        desk.session.judged(desk.problem, sha256)


def test_a_judged_text_that_was_changed_is_not_passed_off_as_the_old_one(desk: Desk) -> None:  # noqa: F811
    workspace = SolutionFiles(desk.home / "solutions", desk.home / "history")
    workspace.keep(desk.problem, "x = 1\n").write_text("x = 2\n")
    with pytest.raises(SolutionFileError, match="was changed"):
        workspace.judged(desk.problem, sha256_of("x = 1\n"))


async def test_two_machines_come_to_the_same(desk: Desk) -> None:  # noqa: F811
    """A laptop solves it, a server reviews it: whoever reads both journals knows of both."""
    await submit(desk, "pass")
    server = Journal(desk.home / "journal", desk.clock, "server")
    desk.clock.time += timedelta(days=20)
    server.append(EntryKind.RESET, "sum-up")
    server.append(EntryKind.ATTEMPT, "sum-up", verdict="passed")
    desk.session.refresh()
    assert desk.session.review(desk.problem).rounds == 2
    assert not desk.session.can_review(desk.problem)
