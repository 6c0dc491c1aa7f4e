"""Reviews without a face: what a fresh stub begins, what is graded, what was judged."""

from __future__ import annotations

from datetime import timedelta

import pytest

from flaxdrills.journal.journal import EntryKind, Journal
from flaxdrills.practice.next_problem import next_problem
from flaxdrills.practice.solution_files import SolutionFileError, SolutionFiles, sha256_of
from flaxdrills.progress.attempt_history import attempts_at, attempts_on
from flaxdrills.progress.grade import Grade
from tests.practice.conftest import EVENING, PracticeHome, submit


async def test_what_was_solved_comes_back_and_is_put_first(practice: PracticeHome) -> None:
    await submit(practice, "pass")
    assert next_problem(practice.session.overview()) == practice.problems[1]
    practice.clock.time += timedelta(days=20)
    assert next_problem(practice.session.overview()) == practice.problem
    assert [standing.problem.id for standing in practice.session.overview().due] == ["sum-up"]
    assert practice.session.standing(practice.problem).can_be_reviewed


async def test_a_pass_of_the_old_solution_is_no_review(practice: PracticeHome) -> None:
    await submit(practice, "pass")
    practice.clock.time += timedelta(days=20)
    await submit(practice, "pass")
    assert practice.session.standing(practice.problem).can_be_reviewed


async def test_a_review_is_over_when_the_fresh_file_passes(practice: PracticeHome) -> None:
    await submit(practice, "pass")
    practice.clock.time += timedelta(days=20)
    kept = practice.session.reset(practice.problem)
    assert kept is not None and kept.read_text() == "pass"
    assert practice.session.standing(practice.problem).progress.review.is_review
    await submit(practice, "pass")
    assert practice.session.overview().due == ()
    assert [past.round for past in attempts_at(practice.journal, practice.problem.id)] == [1, 2]


async def test_a_stub_that_is_run_as_it_is_does_not_spoil_the_first_try(practice: PracticeHome) -> None:
    practice.workers.script[practice.session.path(practice.problem).read_text()] = practice.workers.script["error"]
    await practice.session.submit(practice.problem, lambda submission: None)
    assert practice.attempts[-1].fields["unfinished"] is True
    await submit(practice, "pass")
    assert "unfinished" not in practice.attempts[-1].fields
    assert practice.session.standing(practice.problem).progress.review.grade is Grade.EASY


async def test_the_grade_can_be_changed_and_the_same_grade_writes_nothing(practice: PracticeHome) -> None:
    practice.session.regrade(practice.problem, Grade.EASY)
    assert practice.session.standing(practice.problem).progress.review.grade is None
    await submit(practice, "pass")
    for grade in (Grade.HARD, Grade.HARD):
        practice.session.regrade(practice.problem, grade)
        assert practice.session.standing(practice.problem).progress.review.grade is grade
    graded = [entry for entry in practice.entries if entry.kind == EntryKind.GRADED]
    assert [entry.fields for entry in graded] == [{"of": practice.attempts[-1].id, "grade": "hard"}]


async def test_a_look_at_the_solution_is_recorded_where_it_matters(practice: PracticeHome) -> None:
    await submit(practice, "pass")
    practice.session.solution(practice.problem)
    assert EntryKind.REVEALED not in [entry.kind for entry in practice.entries]
    practice.clock.time += timedelta(days=20)
    assert practice.session.standing(practice.problem).is_at_stake
    practice.session.solution(practice.problem)
    practice.session.reset(practice.problem)
    await submit(practice, "pass")
    assert practice.session.standing(practice.problem).progress.review.grade is Grade.AGAIN


async def test_a_file_that_is_gone_begins_the_review_that_is_due(practice: PracticeHome) -> None:
    await submit(practice, "pass")
    practice.session.path(practice.problem).unlink()
    practice.session.open(practice.problem)
    assert EntryKind.RESET not in [entry.kind for entry in practice.entries]
    practice.clock.time += timedelta(days=20)
    practice.session.path(practice.problem).unlink()
    practice.session.open(practice.problem)
    assert [entry.kind for entry in practice.entries][-2:] == [EntryKind.RESET, EntryKind.OPENED]
    practice.session.path(practice.problems[1])
    assert [entry.kind for entry in practice.entries][-1] == EntryKind.OPENED


async def test_what_was_judged_can_be_read_again(practice: PracticeHome) -> None:
    await submit(practice, "fail")
    await submit(practice, "pass")
    past = attempts_at(practice.journal, practice.problem.id)
    assert [practice.session.files.judged(practice.problem, one.attempt.sha256) for one in past] == ["fail", "pass"]
    assert attempts_on(practice.journal, EVENING.date()) == tuple(one.attempt for one in past)


def test_a_judged_text_is_private_and_kept_once(practice: PracticeHome) -> None:
    workspace = SolutionFiles(practice.home / "solutions", practice.home / "history")
    paths = {workspace.keep(practice.problem, "x = 1\n") for _ in range(3)}
    [path] = paths
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert workspace.judged(practice.problem, sha256_of("x = 1\n")) == "x = 1\n"


@pytest.mark.parametrize("sha256", ["", "ab" * 32, sha256_of("other\n")])
def test_a_text_that_is_not_there_is_said(practice: PracticeHome, sha256: str) -> None:
    with pytest.raises(SolutionFileError, match="not on this machine"):
        practice.session.files.judged(practice.problem, sha256)


def test_a_judged_text_that_was_changed_is_not_passed_off_as_the_old_one(practice: PracticeHome) -> None:
    workspace = SolutionFiles(practice.home / "solutions", practice.home / "history")
    workspace.keep(practice.problem, "x = 1\n").write_text("x = 2\n")
    with pytest.raises(SolutionFileError, match="was changed"):
        workspace.judged(practice.problem, sha256_of("x = 1\n"))


async def test_two_machines_come_to_the_same(practice: PracticeHome) -> None:
    """A laptop solves it, a server reviews it: whoever reads both journals knows of both."""
    await submit(practice, "pass")
    server = Journal(practice.home / "journal", practice.clock, "server")
    practice.clock.time += timedelta(days=20)
    server.append(EntryKind.RESET, "sum-up")
    server.append(EntryKind.ATTEMPT, "sum-up", verdict="passed")
    practice.session.progress.refresh()
    assert practice.session.standing(practice.problem).progress.review.rounds == 2
    assert not practice.session.standing(practice.problem).can_be_reviewed
