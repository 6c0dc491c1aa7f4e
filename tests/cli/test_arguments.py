"""The completion of arguments, called as a learner calls it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import IDS, Installation

pytestmark = pytest.mark.process


def test_the_shell_completes_ids(installed: Installation) -> None:
    asked = {"COMP_WORDS": "flaxdrills show sum-", "COMP_CWORD": "2", "_FLAXDRILLS_COMPLETE": "bash_complete"}
    assert [line.split(",")[1] for line in installed.call(**asked).out.split()] == IDS
