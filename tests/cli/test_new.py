"""`flaxdrills new`, called as a learner calls it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def test_a_new_problem_is_begun_and_verify_talks_through_it(installed: Installation) -> None:
    answer = installed.call("new", "second", "sum-new")
    folder = installed.problem("sum-new")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines()[0] == str(folder)
    proof = installed.call("verify", "sum-new")
    assert proof.status == 1
    for path in folder.rglob("*.*"):
        assert f"\nsum-new/{path.relative_to(folder)}: line " in proof.out
    assert proof.out.endswith("9 things do not hold.\n")
