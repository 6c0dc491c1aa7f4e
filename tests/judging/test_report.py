"""What one run came to."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

import pytest

from flaxdrills.judging.events import (
    Broke,
    Checked,
    CheckKind,
    CheckResult,
    Cost,
    CostCompared,
    Died,
    Done,
    Event,
    Killed,
    Limit,
    Noted,
    Preparing,
    Printed,
    Raised,
    Ran,
    Ready,
    Recognised,
    StackFrame,
    Started,
)
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict

READY = Ready("cpu:0", (("jax", "1"),), ("values", "how"), 1.5)
VALUES = Checked(CheckResult("values", CheckKind.CASE, True))
HOW = Checked(CheckResult("how", CheckKind.MECHANISM, True))
WRONG_VALUES = Checked(CheckResult("values", CheckKind.CASE, False, "1 of 2 is wrong"))
RAISED = Raised("TypeError", "no such thing")
TIMEOUT = Killed(Limit.TIME, "too slow")
MEMORY = Killed(Limit.MEMORY, "too big")
DIED = Died("a signal")
BROKE = Broke("our fault")
DONE = Done(0.25)


def report_of(*events: Event) -> Report:
    return reduce(Report.after, events, Report("a-problem"))


def test_a_report_without_events_has_no_verdict() -> None:
    assert report_of().verdict is None


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ((READY, VALUES, HOW, DONE), Verdict.PASSED),
        ((READY, WRONG_VALUES, HOW, DONE), Verdict.FAILED),
        ((READY, RAISED, DONE), Verdict.ERROR),
        ((READY, VALUES, RAISED, DONE), Verdict.ERROR),
        ((READY, TIMEOUT), Verdict.TIMEOUT),
        ((READY, MEMORY), Verdict.MEMORY),
        ((READY, VALUES, HOW, DIED), Verdict.CRASHED),
        ((BROKE,), Verdict.BROKEN),
    ],
)
def test_the_verdict_follows_from_the_events(events: tuple[Event, ...], verdict: Verdict) -> None:
    assert report_of(*events).verdict is verdict


@pytest.mark.parametrize("number", range(4))
def test_there_is_no_verdict_before_the_last_event(number: int) -> None:
    assert report_of(*(READY, Started(), VALUES, HOW)[:number]).verdict is None


@pytest.mark.parametrize(
    "events",
    [
        (READY, DONE),
        (READY, VALUES, DONE),
        (READY, HOW, VALUES, DONE),
        (READY, VALUES, VALUES, DONE),
        (READY, VALUES, HOW, HOW, DONE),
        (VALUES, HOW, DONE),
        (DONE,),
    ],
)
def test_a_run_without_exactly_the_checks_that_were_said_is_broken(events: tuple[Event, ...]) -> None:
    report = report_of(*events)
    assert report.verdict is Verdict.BROKEN
    assert report.message == "The judge did not make all of its checks."


@pytest.mark.parametrize("other", [RAISED, TIMEOUT, DIED, DONE])
def test_our_fault_is_never_shown_as_the_learners(other: Event) -> None:
    assert report_of(READY, other, BROKE).verdict is report_of(READY, BROKE, other).verdict is Verdict.BROKEN


def test_a_limit_says_more_than_the_death_that_it_brings() -> None:
    assert report_of(READY, DIED, TIMEOUT).verdict is report_of(READY, TIMEOUT, DIED).verdict is Verdict.TIMEOUT


def test_a_process_that_died_has_not_passed_though_all_checks_hold() -> None:
    assert report_of(READY, VALUES, HOW, DONE, DIED).verdict is Verdict.CRASHED


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ((Preparing("importing jax"),), "importing jax"),
        ((READY,), "ready"),
        ((READY, Started()), "running your solution"),
        ((READY, VALUES, HOW, DONE), "all 2 checks hold"),
        ((READY, WRONG_VALUES, HOW, DONE), "values: 1 of 2 is wrong"),
        ((READY, RAISED, DONE), "TypeError: no such thing"),
        ((TIMEOUT,), "too slow"),
        ((MEMORY,), "too big"),
        ((DIED,), "a signal"),
        ((BROKE,), "our fault"),
    ],
)
def test_the_message_is_what_to_look_at_first(events: tuple[Event, ...], message: str) -> None:
    assert report_of(*events).message == message


def test_every_event_leaves_its_mark() -> None:
    report = report_of(
        READY, VALUES, Noted("old"), Noted("old"), Noted("older"), Printed("hi", True), Recognised("w", "why"), DONE
    )
    assert (report.device, report.versions, report.prepare_s) == ("cpu:0", (("jax", "1"),), 1.5)
    assert report.notes == ("old", "older")
    assert (report.output, report.output_truncated) == ("hi", True)
    assert (report.wrong, report.diagnosis) == ("w", "why")
    assert report.run_s == 0.25


def test_folding_leaves_the_report_before_as_it_was() -> None:
    before = report_of(READY)
    before.after(VALUES)
    assert before == report_of(READY)


def test_a_lessons_block_says_nothing_about_a_solution() -> None:
    assert report_of(READY).after(Ran(0, "text")) == report_of(READY)


def test_failed_checks_are_those_that_do_not_hold() -> None:
    assert report_of(READY, WRONG_VALUES, HOW, DONE).failed_checks == (WRONG_VALUES.result,)


def test_no_two_verdicts_have_the_same_headline() -> None:
    assert [verdict.headline for verdict in Verdict] == [
        "PASSED",
        "FAILED",
        "ERROR",
        "TIMEOUT",
        "OUT OF MEMORY",
        "CRASHED",
        "INTERRUPTED",
        "NO GPU",
        "BROKEN PROBLEM",
    ]


def test_the_comparison_leaves_out_what_could_not_be_counted() -> None:
    assert Report("p").comparison == ""
    cost = Cost(traces=2, compilations=0, equations=1200, warm_ms=1.5)
    told = Report("p", weighed=CostCompared(cost, replace(cost, traces=0))).comparison
    assert "1.50 ms (1.50 ms), 2 traces (0), 0 compilations (0), 1,200 equations (1,200)" in told
    assert "equations" not in Report("p", weighed=CostCompared(cost, replace(cost, equations=0))).comparison


def test_the_line_to_look_at_is_that_of_an_error_or_of_the_first_failed_check_that_has_one() -> None:
    bad = CheckResult("a", CheckKind.MECHANISM, False, "no")
    report = Report("a-b", checks=(replace(bad, passed=True, line=2), bad, replace(bad, line=7)), done=True)
    assert report.line == 7
    frames = (StackFrame(3, "f", "g()"), StackFrame(5, "g", "raise"))
    assert replace(report, error=Raised("ValueError", "no", frames)).line == 5
    assert replace(report, error=Raised("ValueError", "no")).line is None
    assert Report("a-b").line is None


def test_the_message_of_a_failure_is_that_of_a_mechanism_before_that_of_a_case() -> None:
    case = CheckResult("the values", CheckKind.CASE, False, "They are 1.")
    how = CheckResult("the kernel", CheckKind.MECHANISM, False, "It is an array.")
    report = Report(
        "a-b", checks=(case, case, how), expected_checks=("the values", "the values", "the kernel"), done=True
    )
    assert report.telling_checks == (how, case)
    assert report.message == "the kernel: It is an array."
    assert replace(report, checks=(case,), expected_checks=("the values",)).message == "the values: They are 1."
