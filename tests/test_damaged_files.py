"""A damaged file is refused by an error with a name, or passed over, and costs nothing that is not damaged."""

from __future__ import annotations

import os

import pytest

from tests.damaged_files import KINDS, attempt

TRIALS = 80


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_refused_or_passed_over(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing of it is to outlive the trial.
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    for number in range(TRIALS):
        attempt(kind, number)
