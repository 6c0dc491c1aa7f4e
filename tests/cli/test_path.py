"""`flaxdrills path`, called as a learner calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Installation, settings

pytestmark = pytest.mark.process


def test_path_makes_the_file_from_the_stub_and_leaves_it_from_then_on(installed: Installation) -> None:
    answer = installed.call("path", "sum-up")
    path = Path(answer.out.strip())
    assert (answer.status, answer.err) == (0, "")
    assert path.read_text() == (installed.problem("sum-up") / "stub.py").read_text()
    path.write_text("mine")
    assert installed.call("path", "sum-up").out == answer.out
    assert path.read_text() == "mine"


def test_path_obeys_the_setting_for_solution_files(installed: Installation, tmp_path: Path) -> None:
    settings(installed, f'solutions = "{tmp_path / "mine"}"')
    assert installed.call("path", "sum-up").out == f"{tmp_path / 'mine' / 'first' / 'sum_up.py'}\n"
