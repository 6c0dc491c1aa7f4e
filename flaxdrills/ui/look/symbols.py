"""How a state and a difficulty look: a sign first, so that no one depends on colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content

from flaxdrills.progress.problem_progress import Status

MUTED = "$text-muted"
"""The style of what may be overlooked."""

HOLDS = Content.styled("✓", "$text-success")
FAILS = Content.styled("✗", "$text-error")
AWAITED = Content.styled("·", MUTED)
CURSOR = "▶"
"""Stands at the block of code that a key acts on."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """The sign of a status."""

    sign: str
    style: str

    @property
    def content(self) -> Content:
        """The sign in its colour."""
        return Content.styled(self.sign, self.style)


MARKS: Mapping[Status, Symbol] = {
    Status.NEW: Symbol("·", MUTED),
    Status.TRIED: Symbol("~", "$text-warning"),
    Status.SOLVED: Symbol("✓", "$text-success"),
    Status.DUE: Symbol("!", "bold $text-accent"),
}


def legend() -> Content:
    """What the signs mean, in one line."""
    return Content("   ").join(Content.assemble(mark.content, (f" {status}", MUTED)) for status, mark in MARKS.items())


def difficulty(level: int) -> Content:
    """A difficulty from 1 to 5 as five dots."""
    return Content.assemble(("●" * level, "$text-primary"), ("○" * (5 - level), MUTED))
