"""`flaxdrills reset`, called as a learner calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def test_reset_asks_and_does_nothing_without_a_yes(installed: Installation) -> None:
    path = Path(installed.call("path", "sum-up").out.strip())
    path.write_text("mine")
    assert installed.call("reset", "sum-up").status == 1
    assert path.read_text() == "mine"


def test_reset_makes_a_fresh_stub_and_says_where_the_old_file_is(installed: Installation) -> None:
    path = Path(installed.call("path", "sum-up").out.strip())
    path.write_text("mine")
    answer = installed.call("reset", "sum-up", "--yes")
    assert (answer.status, answer.out) == (0, f"{path}\n")
    assert path.read_text() == (installed.problem("sum-up") / "stub.py").read_text()
    assert Path(answer.err.removeprefix("Your file before is now ").strip()).read_text() == "mine"
