"""The page of help that names the commands, called as a learner calls it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def test_help_names_every_command(installed: Installation) -> None:
    answer = installed.call("--help")
    assert answer.status == 0
    for command in ("open", "list", "show", "path", "edit", "check", "watch", "hint", "solution", "reset", "next"):
        assert f"\n  {command} " in answer.out
