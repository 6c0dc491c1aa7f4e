"""The parts of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flaxdrills.judging.events import PERHAPS, CheckKind, CheckResult, Raised, StackFrame
from flaxdrills.judging.report import Report
from flaxdrills.judging.report_sections import CheckState, Ending, Failure, MessageLine, ReportSections, sections_of

GOOD = CheckResult("the values", CheckKind.CASE, True)
VALUES = "It is too small.\nSee?\nexpected  float32[1, 2]\n  [1.0 2.0]\ngot       float32[1, 2]\n  [0.0 0.0]"
BAD = CheckResult("the sum", CheckKind.CASE, False, VALUES)
WORSE = CheckResult("the shape", CheckKind.CASE, False, "It is a different one.\nexpected  float32[2]\n\ninput     x=1")
OTHER = CheckResult("the kernel", CheckKind.MECHANISM, False, "it is no Param\nbut an array")


def failed(*checks: CheckResult) -> ReportSections:
    names = tuple(check.name for check in checks)
    return sections_of(Report("a-b", expected_checks=names, checks=checks, done=True))


def raised(message: str, cause: str = "") -> Report:
    frames = (StackFrame(7, "f", "return f(x)"),) * 3
    return Report("a-b", error=Raised("ValueError", message, frames, "case: one", cause), done=True)


def ending_of(report: Report) -> Ending:
    ending = sections_of(report).ending
    assert ending is not None
    return ending


def test_a_case_says_something_and_then_lists_values_row_by_row() -> None:
    (failure,) = failed(BAD).failures
    assert failure == Failure(
        "the sum",
        ("It is too small.", "See?"),
        (
            MessageLine("expected  ", "float32[1, 2]"),
            MessageLine("  ", "[1.0 2.0]"),
            MessageLine("got       ", "float32[1, 2]"),
            MessageLine("  ", "[0.0 0.0]"),
        ),
    )


def test_what_stands_behind_an_empty_line_of_a_case_is_folded() -> None:
    (failure,) = failed(WORSE).failures
    assert failure.prose == ("It is a different one.",)
    assert failure.values == (MessageLine("expected  ", "float32[2]"),)
    assert failure.folded == (MessageLine("input     ", "x=1"),)


def test_mechanisms_come_before_the_first_wrong_case_and_of_the_other_cases_there_is_one_line() -> None:
    sections = failed(GOOD, WORSE, BAD, OTHER)
    assert [failure.name for failure in sections.failures] == ["the kernel", "the shape"]
    assert sections.failures[0].prose == ("it is no Param", "but an array")
    assert [(check.state, check.text, check.is_told) for check in sections.checks] == [
        (CheckState.HOLDS, "the values", False),
        (CheckState.FAILS, "the shape", True),
        (CheckState.FAILS, "the sum: It is too small.", False),
        (CheckState.FAILS, "the kernel", True),
    ]
    assert sections.other_checks == "1 more check does not hold · 1 holds"


def test_an_error_after_some_checks_tells_of_them_in_one_line_each() -> None:
    report = replace(raised("no"), checks=(GOOD, BAD), expected_checks=("the values", "the sum", "the end"))
    sections = sections_of(report)
    assert sections.failures == ()
    assert [check.text for check in sections.checks][1:] == ["the sum: It is too small.", "the end (not reached)"]
    assert sections.other_checks == "1 more check does not hold · 1 holds · 1 not reached"


def test_a_recursion_is_one_frame_and_an_error_keeps_where_and_why() -> None:
    ending = ending_of(raised("no", "Look at x."))
    assert (ending.title, ending.short, ending.rest) == ("ValueError: no", "ValueError: no", "")
    assert [(frame.where, frame.code, frame.times) for frame in ending.frames] == [
        ("line 7, in f:", "return f(x)", "   (again and again)")
    ]
    assert ending.where == "case: one"


@pytest.mark.parametrize(
    ("diagnosis", "cause"),
    [(None, "Look at x."), (f"{PERHAPS}You swapped them.", "Look at x."), ("You swapped them.", "")],
)
def test_the_general_cause_is_left_out_beside_a_diagnosis_that_is_sure(diagnosis: str | None, cause: str) -> None:
    sections = sections_of(replace(raised("no", "Look at x."), diagnosis=diagnosis))
    assert (sections.diagnosis, sections.cause) == (diagnosis or "", cause)


LONG = "word " * 40


@pytest.mark.parametrize(
    ("message", "short", "rest"),
    [
        ("a", "ValueError: a", ""),
        ("a\nb", "ValueError: a", "b"),
        ("\na\n\nb (https://flax.readthedocs.io/b.html)", "ValueError: a", "b\n(https://flax.readthedocs.io/b.html)"),
        (f"{LONG}\nb", f"ValueError: {'word ' * 27}…", f"… {'word ' * 13}\nb"),
        ("x" * 200, f"ValueError: {'x' * 138} …", f"… {'x' * 62}"),
    ],
)
def test_of_an_error_that_is_explained_one_line_comes_first(message: str, short: str, rest: str) -> None:
    for report in (raised(message, "Look at x."), replace(raised(message), diagnosis="You swapped them.")):
        ending = ending_of(report)
        assert (ending.short, ending.rest) == (short, rest)


@pytest.mark.parametrize(
    ("message", "short", "rest"),
    [
        ("\n".join("abcdef"), "ValueError: a\nb\nc\nd\ne\nf", ""),
        ("\n".join("abcdefg"), "ValueError: a\nb\nc", "d\ne\nf\ng"),
        ("a\n\n" + "\n".join("bcdefg"), "ValueError: a", "b\nc\nd\ne\nf\ng"),
        ("a (https://flax.readthedocs.io/b.html)", "ValueError: a", "(https://flax.readthedocs.io/b.html)"),
        ("", "ValueError", ""),
    ],
)
def test_a_long_message_is_cut_and_nothing_of_it_is_lost(message: str, short: str, rest: str) -> None:
    ending = ending_of(raised(message))
    assert (ending.short, ending.rest) == (short, rest)
