"""Judging without a face, with workers that replay what they are told to."""

from __future__ import annotations

import asyncio
import json
import re
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from flaxdrills.journal.journal import EntryKind
from flaxdrills.judging.events import Done, Event, Printed, Raised, StackFrame
from flaxdrills.judging.protocol import Job
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.practice.session import Submission
from flaxdrills.practice.solution_files import SolutionFileError, sha256_of
from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.progress.grade import Grade
from tests.practice.conftest import (
    BEGIN,
    BROKEN,
    FAIL,
    PASS,
    PracticeHome,
    full_disk,
    ignore,
    practice_at,
    submit,
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("pass", Verdict.PASSED),
        ("fail", Verdict.FAILED),
        ("error", Verdict.ERROR),
        ("timeout", Verdict.TIMEOUT),
        ("crash", Verdict.CRASHED),
    ],
)
async def test_an_attempt_is_on_disk_before_the_verdict_is_heard(
    practice: PracticeHome, text: str, verdict: Verdict
) -> None:
    heard: list[tuple[Verdict | None, list[object]]] = []
    practice.write(text)
    await practice.session.submitter.submit(
        practice.problem,
        lambda report: heard.append((report.verdict, [entry.fields["verdict"] for entry in practice.attempts])),
    )
    assert {recorded == [] for heard_verdict, recorded in heard if heard_verdict is None} == {True}
    assert next(recorded for heard_verdict, recorded in heard if heard_verdict is verdict) == [str(verdict)]
    assert len(practice.attempts) == 1


def raising(kind: str, function: str, line: str) -> tuple[Event, ...]:
    return (*BEGIN, Raised(kind, "no", (StackFrame(3, function, line),)), Printed("", False), Done(0.25))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("def f(:", raising("SyntaxError", "", "def f(:")),
        ("def f():\nx", raising("IndentationError", "", "x")),
        ("anything", raising("NotImplementedError", "f", "raise NotImplementedError")),
        ("def sum_up(x):\n    y = x\n    raise NotImplementedError  # here\n", FAIL),
    ],
)
async def test_a_half_written_file_is_recorded_and_is_no_try(
    practice: PracticeHome, text: str, events: tuple[Event, ...]
) -> None:
    practice.workers.script[text] = events
    assert (await submit(practice, text)).unfinished
    assert practice.attempts[-1].fields["unfinished"] is True
    await submit(practice, "pass")
    review = practice.session.standing(practice.problem).progress.review
    assert (review.grade, review.first_tries) == (Grade.EASY, 1)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("a", raising("SyntaxError", "f", "eval('1 +')")),
        ("b", raising("NotImplementedError", "f", "jnp.sort(x, kind='heap')")),
        ("c", raising("TypeError", "f", "g(x)")),
        ("def sum_up(x):\n    return x\n    raise NotImplementedError\n", FAIL),
    ],
)
async def test_what_went_wrong_in_a_whole_file_is_a_try(
    practice: PracticeHome, text: str, events: tuple[Event, ...]
) -> None:
    practice.workers.script[text] = events
    assert not (await submit(practice, text)).unfinished
    assert "unfinished" not in practice.attempts[-1].fields
    await submit(practice, "pass")
    assert practice.session.standing(practice.problem).progress.review.grade is Grade.HARD


async def test_a_pass_is_a_try_whatever_is_left_in_the_file(practice: PracticeHome) -> None:
    stub = practice.session.path(practice.problem).read_text()
    practice.workers.script[stub] = PASS
    assert not (await submit(practice, stub)).unfinished


async def test_the_report_grows_event_by_event(practice: PracticeHome) -> None:
    reports: list[Report] = []
    practice.write("pass")
    last = await practice.session.submitter.submit(practice.problem, reports.append)
    assert [report.stage for report in reports[:3]] == ["importing jax", "ready", "running your solution"]
    assert [len(report.checks) for report in reports[2:5]] == [0, 1, 2]
    assert reports[-1] == last
    assert [report.verdict for report in reports].count(Verdict.PASSED) == 1
    assert last.total_s > 0


async def test_what_is_judged_is_recorded_and_kept(practice: PracticeHome) -> None:
    path = practice.write("pass")
    await practice.session.submitter.submit(practice.problem, ignore)
    assert practice.workers.jobs == [Job("pass", str(path), measure_cost=True)]
    [entry] = practice.attempts
    assert entry.problem == "sum-up"
    assert entry.fields == {
        "verdict": "passed",
        "sha256": sha256_of("pass"),
        "seconds": 0.25,
        "wrong": None,
        "versions": {"jax": "1"},
    }
    [kept] = (practice.home / "history" / "sum-up").iterdir()
    assert kept.read_text() == "pass"


async def test_a_save_during_the_run_changes_nothing_of_it(practice: PracticeHome) -> None:
    path = practice.write("pass")
    report = await practice.session.submitter.submit(practice.problem, lambda _: (path.write_text("fail"), None)[1])
    assert report.verdict is Verdict.PASSED
    assert practice.attempts[0].fields["sha256"] == sha256_of("pass")


async def test_a_run_that_cannot_be_recorded_is_shown_and_says_why(home: Path) -> None:
    (home / "journal").write_text("in the way")
    practice = practice_at(home)
    report = await submit(practice, "pass")
    assert report.verdict is Verdict.PASSED
    assert "could not be recorded" in report.unrecorded
    assert "Not a directory" in report.unrecorded


async def test_what_could_not_be_recorded_counts_at_once_and_is_recorded_when_there_is_room(
    practice: PracticeHome, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with full_disk(practice):
        report = await submit(practice, "pass")
        assert report.verdict is Verdict.PASSED
        assert "could not be recorded" in report.unrecorded
        assert practice.session.standing(practice.problem).is_solved
        hint = practice.session.take_hint(practice.problem).new
        assert hint is not None and practice.session.hints(practice.problem) == (hint,)
        assert "could not be recorded" in practice.session.progress.trouble
        assert practice.session.overview().faults[0].startswith("2 things that you did are not recorded yet")
        loss = practice.session.leave()
        assert loss.startswith("2 things that you did are not recorded. This could not be recorded in")
        rescued = re.search(r"`flaxdrills import (.*)`", loss)
        assert rescued is not None
        lines = Path(rescued[1]).read_text().splitlines()
        assert [json.loads(line)["kind"] for line in lines] == ["attempt", "hint"]
        practice.session.progress.refresh()
        assert practice.session.standing(practice.problem).is_solved
        assert not practice.entries
    await submit(practice, "fail")
    practice.session.progress.refresh()
    assert [one.kind for one in practice.entries] == [EntryKind.ATTEMPT, EntryKind.HINT, EntryKind.ATTEMPT]
    assert (practice.session.progress.trouble, practice.session.leave(), practice.session.overview().faults) == (
        "",
        "",
        (),
    )
    assert {path.read_text() for path in (practice.home / "history" / "sum-up").iterdir()} == {"pass", "fail"}


async def test_what_could_not_be_recorded_is_recorded_when_leaving(practice: PracticeHome) -> None:
    with full_disk(practice):
        await submit(practice, "pass")
    assert practice.session.leave() == ""
    assert len(practice.attempts) == 1
    assert practice_at(practice.home).session.standing(practice.problem).is_solved
    assert [path.read_text() for path in (practice.home / "history" / "sum-up").iterdir()] == ["pass"]


async def test_a_text_that_cannot_be_kept_is_said_too(practice: PracticeHome) -> None:
    (practice.home / "history").write_text("in the way")
    report = await submit(practice, "pass")
    assert report.verdict is Verdict.PASSED
    assert f"{practice.home / 'history'}" in report.unkept
    assert report.unrecorded == ""


async def test_what_is_recorded_says_nothing(practice: PracticeHome) -> None:
    assert (await submit(practice, "pass")).unrecorded == ""


async def test_our_fault_is_never_recorded(practice: PracticeHome) -> None:
    report = await submit(practice, "broken")
    assert (report.verdict, report.unrecorded) == (Verdict.BROKEN, "")
    assert practice.attempts == []
    assert practice.session.overview().attempts == 0


async def test_a_check_of_another_file_is_not_recorded(practice: PracticeHome) -> None:
    report = await practice.session.submitter.check(practice.problem, "fail", "elsewhere.py")
    assert (report.verdict, report.wrong) == (Verdict.FAILED, "scalar")
    assert practice.entries == ()
    assert not (practice.home / "solutions").exists()


async def test_a_diagnosis_follows_the_verdict(practice: PracticeHome) -> None:
    reports: list[Report] = []
    practice.write("fail")
    await practice.session.submitter.submit(practice.problem, reports.append)
    *_, verdict, diagnosed = reports
    assert (verdict.verdict, verdict.wrong) == (Verdict.FAILED, None)
    assert (diagnosed.verdict, diagnosed.wrong, diagnosed.diagnosis) == (
        Verdict.FAILED,
        "scalar",
        "The sum has no axis.",
    )


async def test_the_stub_as_it_is_gets_no_diagnosis(practice: PracticeHome) -> None:
    stub = (practice.problem.folder / "stub.py").read_text()
    practice.workers.script[stub] = practice.workers.script["fail"]
    for text, wrong in ((stub, None), ("fail", "scalar")):
        assert (await submit(practice, text)).wrong == wrong
        assert practice.attempts[-1].fields.get("wrong") == wrong


async def test_an_error_is_diagnosed_as_well(practice: PracticeHome) -> None:
    report = await submit(practice, "error")
    assert (report.verdict, report.wrong) == (Verdict.ERROR, "by_hand")


async def test_an_error_that_the_lesson_shows_says_where(practice: PracticeHome) -> None:
    file = practice.problem.folder / "lesson.md"
    file.write_text(f"{file.read_text()}\n**No zeros.**\n\n```python\n1 / 0\n```\n```output\nValueError: no\n```\n")
    practice.workers.script["shown"] = raising("ValueError", "f", "1 / 0")
    practice.workers.script["not shown"] = raising("TypeError", "f", "1 / 0")
    assert (await submit(practice, "shown")).lesson == "No zeros"
    assert (await submit(practice, "not shown")).lesson == ""
    file.unlink()
    assert (await submit(practice, "shown")).lesson == ""


async def test_a_mistake_of_the_learners_own_has_no_diagnosis(practice: PracticeHome) -> None:
    report = await submit(practice, "fail otherwise")
    assert (report.verdict, report.wrong, report.diagnosis) == (Verdict.FAILED, None, None)


@pytest.mark.parametrize("text", ["pass", "timeout", "crash", "broken"])
async def test_other_verdicts_are_not_compared_with_the_shipped_mistakes(practice: PracticeHome, text: str) -> None:
    await submit(practice, text)
    assert len(practice.workers.jobs) == 1


async def test_the_shipped_mistakes_are_judged_once_and_then_known(practice: PracticeHome) -> None:
    await submit(practice, "fail")
    assert len(practice.workers.jobs) == 3
    await submit(practice, "error")
    assert len(practice.workers.jobs) == 4
    tomorrow = practice_at(practice.home)
    tomorrow.clock.time += timedelta(days=1)
    await submit(tomorrow, "fail")
    assert [job.source for job in tomorrow.workers.jobs] == ["fail"]
    assert [entry.fields["wrong"] for entry in practice.attempts] == [None, "by_hand", "scalar"]


async def test_runs_at_the_same_time_judge_the_shipped_mistakes_once(practice: PracticeHome) -> None:
    reports = await asyncio.gather(
        *(practice.session.submitter.check(practice.problem, "fail", "f.py") for _ in range(4))
    )
    assert {report.wrong for report in reports} == {"scalar"}
    assert len(practice.workers.jobs) == 4 + 2


async def test_studying_before_makes_the_diagnosis_immediate(practice: PracticeHome) -> None:
    await practice.session.submitter.known_mistakes.of(practice.problem, "cpu:0")
    before = len(practice.workers.jobs)
    report = await submit(practice, "fail")
    assert report.wrong == "scalar"
    assert len(practice.workers.jobs) == before + 1


async def test_mistakes_are_not_known_from_a_run_that_broke(practice: PracticeHome) -> None:
    scalar = (practice.problem.folder / "wrong" / "scalar.py").read_text()
    practice.workers.script[scalar] = BROKEN
    assert (await submit(practice, "error")).wrong is None
    practice.workers.script[scalar] = FAIL
    assert (await submit(practice, "error")).wrong == "by_hand"


async def test_a_shipped_mistake_that_does_not_parse_keeps_no_verdict_from_the_learner(practice: PracticeHome) -> None:
    (practice.problem.folder / "wrong" / "scalar.py").write_text("def (")
    report = await submit(practice, "fail")
    assert (report.verdict, report.wrong) == (Verdict.FAILED, None)
    assert len(practice.attempts) == 1
    with pytest.raises(CatalogueError, match=r"scalar\.py"):
        await practice.session.submitter.known_mistakes.of(practice.problem, "cpu:0")


async def test_a_solution_file_that_cannot_be_read_is_no_run(practice: PracticeHome) -> None:
    practice.write("x").write_bytes(b"\xff")
    with pytest.raises(SolutionFileError, match="not UTF-8"):
        await practice.session.submitter.submit(practice.problem, ignore)
    assert practice.workers.jobs == []


async def test_cancelling_ends_the_run_and_records_nothing(practice: PracticeHome) -> None:
    practice.write("pass")
    practice.workers.held = True
    running = asyncio.Event()
    task = asyncio.create_task(
        practice.session.submitter.submit(
            practice.problem, lambda report: running.set() if "running" in report.stage else None
        )
    )
    await running.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 60)
    assert practice.workers.ended_early == 1
    assert practice.attempts == []


async def test_after_a_cancelled_run_the_next_is_as_ever(practice: PracticeHome) -> None:
    practice.write("pass")
    practice.workers.held = True
    running = asyncio.Event()
    task = asyncio.create_task(practice.session.submitter.submit(practice.problem, lambda report: running.set()))
    await running.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    practice.workers.held = False
    assert (await submit(practice, "pass")).verdict is Verdict.PASSED
    assert len(practice.attempts) == 1


async def test_a_pass_says_what_follows_from_it(practice: PracticeHome) -> None:
    practice.write("fail")
    heard: list[Submission] = []
    assert (await practice.session.submit(practice.problem, heard.append)).after_pass is None
    practice.write("pass")
    last = await practice.session.submit(practice.problem, heard.append)
    assert heard[-1] == last
    assert {one.after_pass is not None for one in heard if one.report.verdict is Verdict.PASSED} == {True}
    after = last.after_pass
    assert after is not None and after.was_graded and after.next_problem == practice.problems[1]
    assert (after.well_done, after.was_review) == ("Well done. 1 of 3 solved.", False)
    again = (await practice.session.submit(practice.problem, heard.append)).after_pass
    assert again is not None and not again.was_graded and again.comes_back == ""
