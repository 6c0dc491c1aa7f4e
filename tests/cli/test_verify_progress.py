"""How far a proof is: a bar on a terminal, lines anywhere else."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from flaxdrills.cli.verify_progress import amiss, following
from flaxdrills.problems.problem import Problem
from flaxdrills.verify.finding import Finding

PROBLEMS = [Problem(i, "one", 1, i, i, 1, i, Path("/" + i)) for i in ("a[b]", "c")]
FOUND = (Finding("c", "stub.py", "it passes"), Finding("c", "hints.md", "too long"))


class Screen(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


def follow() -> None:
    with following(PROBLEMS, 3) as hears:
        hears.step("a[b]/lesson.md")
        hears.step("a[b]/wrong.py")
        hears.problem(PROBLEMS[0], ())
        hears.step("c/lesson.md")
        hears.problem(PROBLEMS[1], FOUND)


def test_not_on_a_terminal_there_is_a_line_for_each_problem(capsys: pytest.CaptureFixture[str]) -> None:
    follow()
    assert capsys.readouterr() == ("", "1/2 a[b]: proven\n2/2 c: 2 things do not hold\n")


def test_on_a_terminal_there_is_a_bar_and_what_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stderr", Screen())
    follow()
    assert isinstance(sys.stderr, Screen)
    shown = sys.stderr.getvalue()
    assert "3/3" in shown and "c/lesson.md" in shown
    assert "✗ c\n" in shown and "✗ a" not in shown


def test_with_nothing_to_run_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Screen())
    with following([], 0):
        pass
    assert isinstance(sys.stderr, Screen) and sys.stderr.getvalue() == ""


def test_one_thing_is_one() -> None:
    assert (amiss(1), amiss(2)) == ("1 thing does not hold", "2 things do not hold")
