"""Calling what is the learner's, and looking at what they hold: whatever that raises is an outcome, and no error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a call of the learner's code."""

    value: Any = None
    error: BaseException | None = None
    """What it raised."""

    @property
    def told(self) -> str:
        """The error in one line."""
        return f"{type(self.error).__name__}: {first_line(self.error)}"


def heard(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Outcome:
    """Call what is the learner's, and let it print. The one place where a check meets what such code raises."""
    try:
        return Outcome(function(*args, **kwargs))
    except (Exception, SystemExit) as error:
        return Outcome(error=error)


def first_line(text: Any) -> str:
    """The first line of a message, which an exception of the learner's own makes by their code."""
    outcome = heard(str, text)
    return "" if outcome.error is not None else str(outcome.value).partition("\n")[0].strip()
