"""What every command begins with, called as a learner calls it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Installation, settings

pytestmark = pytest.mark.process


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("device =", "is not valid TOML"),
        ('devise = "cpu"', "there is no setting 'devise'. Did you mean 'device'?"),
        ('device = "tpu"', "device must be"),
    ],
)
def test_broken_settings_are_one_clear_line_and_the_command_works(
    installed: Installation, text: str, reason: str
) -> None:
    path = settings(installed, text)
    answer = installed.call("list")
    assert answer.status == 0
    assert len(answer.out.splitlines()) == 3
    assert len(answer.err.splitlines()) == 1
    assert answer.err.startswith(f"flaxdrills: {path}")
    assert reason in answer.err
