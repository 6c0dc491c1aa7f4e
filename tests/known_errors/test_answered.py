"""Of the errors that were collected, so many get a cause."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.known_errors.answered import COLLECTED, share_answered


@pytest.mark.skipif(not COLLECTED.exists(), reason="the collected errors are not beside the checkout")
@pytest.mark.parametrize("name", ["flax", "jax", "own"])
def test_most_errors_that_learners_can_meet_are_answered(name: str) -> None:
    answered, total = share_answered(COLLECTED)[name]
    assert total > 100
    assert answered / total >= 0.85


def test_what_is_not_answered_counts(tmp_path: Path) -> None:
    errors = tmp_path / "errors.jsonl"
    known = {"set": "own", "bases": ["builtins.TypeError"], "message": "JAX arrays are immutable"}
    errors.write_text("\n".join(map(json.dumps, (known, known | {"message": "odd"}, known | {"set": "jax"}))))
    assert share_answered(errors) == {"own": (1, 2), "jax": (1, 1)}
