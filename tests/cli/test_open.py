"""`flaxdrills` and `flaxdrills open`, called as a learner calls it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


@pytest.mark.parametrize("arguments", [[], ["open", "sum-up"]])
def test_the_app_without_a_terminal_says_what_works_instead(installed: Installation, arguments: list[str]) -> None:
    answer = installed.call(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("flaxdrills: The app needs a terminal.")
    assert len(answer.err.splitlines()) == 1
