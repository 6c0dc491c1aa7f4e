"""What nobody could take back once a solution has done it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def refuse_audit_hooks() -> None:
    """From here on nobody adds a hook that hears of all that this process does, and may forbid it to the judge."""
    setattr(sys, "addaudithook", _refuse)  # noqa: B010 (mypy knows it by another signature)


def _refuse(hook: Callable[[str, tuple[Any, ...]], Any]) -> None:
    raise RuntimeError("An audit hook cannot be taken away again, so a solution may not add one.")
