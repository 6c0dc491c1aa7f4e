"""The parts of a report."""

from __future__ import annotations

import pytest

from flaxdrills.judging.events import CheckKind, CheckResult, Raised, StackFrame
from flaxdrills.judging.report import Report
from flaxdrills.judging.report_sections import CheckState, Fault, MessageLine, sections_of

GOOD = CheckResult("the values", CheckKind.CASE, True)
BAD = CheckResult("the shape", CheckKind.CASE, False, "It is another one.\n\nexpected  (2,)\ngot       (3,)")
OTHER = CheckResult("the kernel", CheckKind.MECHANISM, False, "it is no Param\nbut an array")


def fault_of(report: Report) -> Fault:
    fault = sections_of(report).fault
    assert fault is not None
    return fault


def raised(message: str) -> Report:
    frames = (StackFrame(7, "f", "return f(x)"),) * 3
    return Report("a-b", error=Raised("ValueError", message, frames, "case: one", "Look at x."), done=True)


def test_a_check_says_something_and_then_lists_values() -> None:
    fault = fault_of(Report("a-b", expected_checks=("the shape",), checks=(BAD,), done=True))
    assert fault.title == "the shape"
    assert [line.text for line in fault.prose] == ["It is another one.", ""]
    assert fault.values == (MessageLine("expected  ", "(2,)"), MessageLine("got       ", "(3,)"))


def test_of_the_check_to_look_at_first_all_is_said_and_of_the_others_one_line() -> None:
    names = ("the values", "the shape", "the kernel", "the end")
    sections = sections_of(Report("a-b", expected_checks=names, checks=(GOOD, BAD, OTHER), error=None, done=True))
    assert [(check.state, check.text, check.is_fault) for check in sections.checks] == [
        (CheckState.HOLDS, "the values", False),
        (CheckState.FAILS, "the shape", True),
        (CheckState.FAILS, "the kernel: it is no Param", False),
        (CheckState.NOT_REACHED, "the end (not reached)", False),
    ]
    assert sections.other_checks == "1 more check does not hold · 1 holds · 1 not reached"


def test_a_recursion_is_one_frame_and_an_error_keeps_where_and_why() -> None:
    fault = fault_of(raised("no"))
    assert (fault.title, fault.short, fault.rest) == ("ValueError: no", "ValueError: no", "")
    assert [(frame.where, frame.code, frame.times) for frame in fault.frames] == [
        ("line 7, in f:", "return f(x)", "   (again and again)")
    ]
    assert (fault.where, fault.cause) == ("case: one", "Look at x.")


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
    fault = fault_of(raised(message))
    assert (fault.short, fault.rest) == (short, rest)
