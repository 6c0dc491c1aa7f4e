"""Where the solutions of these tests run: in a folder of their own, as in a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jax
import pytest


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True, scope="module")
def _nothing_compiled_is_left() -> Iterator[None]:
    """What was compiled for hundreds of solutions is of no use to the tests that come after, and slows them down."""
    yield
    jax.clear_caches()
