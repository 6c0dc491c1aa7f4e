"""What of a report is folded away."""

from __future__ import annotations

import pytest

from flaxdrills.judging.events import CheckKind, CheckResult
from flaxdrills.judging.report import Report
from flaxdrills.judging.report_sections import sections_of
from flaxdrills.judging.verdict import Verdict
from flaxdrills.ui.widgets.report_folds import folded_sections


@pytest.mark.parametrize(
    ("output", "is_cut", "title", "is_foldable"),
    [
        ("a\nb\nc\n", False, "Printed:", False),
        ("a\nb\nc\n", True, "Printed, the middle cut out:", False),
        ("a\nb\nc\nd\n", True, "printed 4 lines, the middle cut out", True),
    ],
)
def test_much_that_was_printed_is_counted_and_folded(output: str, is_cut: bool, title: str, is_foldable: bool) -> None:
    check = CheckResult("the values", CheckKind.CASE, True)
    names = (check.name,)
    report = Report("a-b", checks=(check,), expected_checks=names, output=output, output_truncated=is_cut, done=True)
    *_, printed = folded_sections(sections_of(report), Verdict.PASSED)
    assert (printed.title, printed.is_foldable) == (title, is_foldable)
