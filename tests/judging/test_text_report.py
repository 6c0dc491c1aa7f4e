"""A report as plain lines, and as one JSON object."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from flaxdrills.judging.events import Broke, CheckKind, CheckResult, Died, Killed, Limit, Raised, StackFrame
from flaxdrills.judging.report import Report
from flaxdrills.judging.text_report import as_json, lines_of
from flaxdrills.judging.verdict import Verdict

OTHER_HEADLINES = {verdict.headline for verdict in Verdict}
GOOD = CheckResult("the values", CheckKind.CASE, True)
BAD = CheckResult("the kernel", CheckKind.MECHANISM, False, "it is a bare array\nand no Param", (), "bare")
PASSED = Report("a-b", expected_checks=("the values",), checks=(GOOD,), done=True, run_s=0.125)
FAILED = Report("a-b", expected_checks=("the values", "the kernel"), checks=(GOOD, BAD), done=True)
ERROR = Report(
    "a-b",
    error=Raised(
        "TypeError", "got (3,)", (StackFrame(4, "f", "return g(x)"), StackFrame(9, "", "g = 1 +")), "case: one"
    ),
    done=True,
)


def text_of(report: Report) -> str:
    return "\n".join(lines_of(report))


@pytest.mark.parametrize(
    ("report", "headline"),
    [
        (PASSED, "PASSED"),
        (FAILED, "FAILED"),
        (ERROR, "ERROR"),
        (replace(PASSED, killed=Killed(Limit.TIME, "slow")), "TIMEOUT"),
        (replace(PASSED, killed=Killed(Limit.MEMORY, "big")), "OUT OF MEMORY"),
        (replace(PASSED, died=Died("gone")), "CRASHED"),
        (replace(PASSED, broke=Broke("ours")), "BROKEN PROBLEM"),
    ],
)
def test_the_first_line_is_the_verdict_and_no_other_line_names_one(report: Report, headline: str) -> None:
    first, *rest = lines_of(report)
    assert first.startswith(f"{headline}  a-b  (")
    assert not [line for line in rest if any(other in line for other in OTHER_HEADLINES)]


def test_a_pass_says_what_holds_and_how_long_it_took() -> None:
    assert text_of(PASSED) == "PASSED  a-b  (0.12 s)\n\n  ✓ the values"


def test_long_lines_hang_under_where_they_begin() -> None:
    message = f"The value is wrong.\ninput     {'word ' * 30}\ngot       1"
    bad = CheckResult("other", CheckKind.CASE, False, "word " * 30)
    first = replace(bad, name="the values", message=message)
    report = replace(FAILED, checks=(first, bad), expected_checks=("the values", "other"))
    lines = list(lines_of(report))
    assert lines[2:4] == ["    The value is wrong.", f"    input     {' '.join(['word'] * 13)}"]
    assert lines[4].startswith(f"{' ' * 14}word word") and "    got       1" in lines
    at = next(place for place, line in enumerate(lines) if line.startswith("  ✗ other: word"))
    assert lines[at + 1].startswith("    word")
    assert max(map(len, lines)) <= 79


def test_a_failure_says_first_which_check_does_not_hold_and_why() -> None:
    assert list(lines_of(FAILED))[1:] == [
        "  the kernel",
        "    it is a bare array",
        "    and no Param",
        "",
        "  ✓ the values",
        "  ✗ the kernel",
    ]


def test_an_error_shows_the_message_and_the_learners_lines() -> None:
    assert list(lines_of(ERROR))[1:] == [
        "  TypeError: got (3,)",
        "    line 4, in f: return g(x)",
        "    line 9: g = 1 +",
        "    (case: one)",
    ]


def test_an_error_is_explained_before_the_lines_that_raised_it() -> None:
    assert ERROR.error is not None
    error = replace(ERROR.error, message="got (3,)\n\n    and more", cause=f"It is {'so ' * 40}known.")
    lines = list(lines_of(replace(ERROR, error=error, diagnosis="Perhaps: You did it.", lesson="A float")))
    assert lines[1:5] == ["  TypeError: got (3,)", "", "  Perhaps: You did it.", ""]
    assert lines[5].startswith("  It is so so") and lines[6].endswith("known.")
    assert lines[7:11] == ["", '  The lesson shows this error under "A float".', "", "    line 4, in f: return g(x)"]
    assert lines[12:] == ["    (case: one)", "", "  The rest of the message:", "      and more"]


def test_the_object_has_the_cause_of_an_error_unless_the_diagnosis_is_sure() -> None:
    assert ERROR.error is not None
    report = replace(ERROR, error=replace(ERROR.error, cause="It is known."))
    assert as_json(report, "f.py")["error"]["cause"] == "It is known."
    assert as_json(replace(report, diagnosis="Perhaps: You did it."), "f.py")["error"]["cause"] == "It is known."
    assert as_json(replace(report, diagnosis="You did it."), "f.py")["error"]["cause"] is None
    assert as_json(ERROR, "f.py")["error"]["cause"] is None


def test_the_diagnosis_comes_first_then_the_mechanisms_and_then_a_case_with_its_values() -> None:
    wrong = replace(GOOD, passed=False, message="It is 1.\nexpected  float32[1, 2]\n  [1.0 2.0]\n\ninput     x=1")
    report = replace(FAILED, checks=(wrong, BAD), diagnosis="You did it.")
    assert list(lines_of(report))[1:] == [
        "",
        "  You did it.",
        "",
        "  the kernel",
        "    it is a bare array",
        "    and no Param",
        "",
        "  the values",
        "    It is 1.",
        "    expected  float32[1, 2]",
        "      [1.0 2.0]",
        "",
        "  ✗ the values",
        "  ✗ the kernel",
    ]


@pytest.mark.parametrize(
    "report",
    [
        replace(PASSED, killed=Killed(Limit.TIME, "the reason")),
        replace(PASSED, died=Died("the reason")),
        replace(PASSED, broke=Broke("the reason")),
    ],
    ids=["killed", "died", "broke"],
)
def test_what_ended_a_run_is_said(report: Report) -> None:
    assert "  the reason" in lines_of(report)


def test_diagnosis_notes_output_and_what_was_not_recorded_are_all_there() -> None:
    report = replace(
        FAILED,
        diagnosis="First paragraph.\n\nSecond.",
        notes=("old", "older"),
        output="hello\n  world\n",
        unrecorded="the disk is full",
    )
    lines = list(lines_of(report))
    for line in ("  First paragraph.", "  Second.", "  note: old", "  note: older", "printed:", "  hello", "    world"):
        assert line in lines
    assert "  not recorded: the disk is full" in lines


def test_a_long_diagnosis_is_wrapped_and_keeps_its_paragraphs() -> None:
    lines = list(lines_of(replace(FAILED, diagnosis=f"{'word ' * 60}\n\nNext.")))
    assert max(map(len, lines)) <= 79
    assert lines[lines.index("  Next.") - 1] == ""


def test_output_of_blanks_alone_is_not_shown() -> None:
    assert "printed:" not in text_of(replace(PASSED, output=" \n\n"))


def test_a_run_without_a_verdict_is_running() -> None:
    assert text_of(Report("a-b", stage="importing jax")) == "RUNNING  a-b  (0.00 s)\n  importing jax"


def test_the_object_says_all_that_the_report_holds() -> None:
    report = replace(
        FAILED,
        notes=("old",),
        output="hello",
        output_truncated=True,
        wrong="raw_array",
        diagnosis="why",
        device="cpu:0",
        versions=(("jax", "1"), ("flax", "2")),
        prepare_s=1.0,
        run_s=0.5,
        total_s=2.0,
    )
    assert as_json(report, "my file.py") == {
        "problem": "a-b",
        "file": "my file.py",
        "verdict": "failed",
        "message": "the kernel: it is a bare array\nand no Param",
        "checks": [
            {"name": "the values", "kind": "case", "passed": True, "message": ""},
            {
                "name": "the kernel",
                "kind": "mechanism",
                "passed": False,
                "message": "it is a bare array\nand no Param",
            },
        ],
        "wrong": "raw_array",
        "diagnosis": "why",
        "error": None,
        "notes": ["old"],
        "pictures": [],
        "unfinished": False,
        "output": "hello",
        "output_truncated": True,
        "seconds": {"prepare": 1.0, "run": 0.5, "total": 2.0},
        "device": "cpu:0",
        "versions": {"jax": "1", "flax": "2"},
        "unrecorded": None,
        "unkept": None,
    }


def test_the_object_of_an_error_has_its_frames() -> None:
    assert as_json(ERROR, "f.py")["error"] == {
        "type": "TypeError",
        "message": "got (3,)",
        "cause": None,
        "frames": [
            {"line": 4, "function": "f", "text": "return g(x)"},
            {"line": 9, "function": "", "text": "g = 1 +"},
        ],
    }


@pytest.mark.parametrize("report", [PASSED, FAILED, ERROR])
def test_the_object_is_plain_json(report: Report) -> None:
    assert json.loads(json.dumps(as_json(report, "f.py"), allow_nan=False)) == as_json(report, "f.py")


def test_of_much_that_was_printed_beginning_and_end_are_shown_and_the_object_has_all() -> None:
    printed = "".join(f"line {number}\n" for number in range(200))
    report = replace(PASSED, output=printed)
    lines = list(lines_of(report))
    assert lines[-13:] == [
        *(f"  line {n}" for n in range(4)),
        "  … 188 lines …",
        *(f"  line {n}" for n in range(192, 200)),
    ]
    assert as_json(report, "f.py")["output"] == printed
    thirteen = "".join(f"line {number}\n" for number in range(13))
    assert "…" not in text_of(replace(PASSED, output=thirteen))


def test_a_half_written_file_is_told_in_the_first_line() -> None:
    report = replace(ERROR, unfinished=True)
    assert next(lines_of(report)) == "ERROR  a-b  (0.00 s)  not counted: unfinished"
    assert [as_json(one, "f.py")["unfinished"] for one in (report, ERROR)] == [True, False]
