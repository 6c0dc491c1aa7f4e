"""How a state and a difficulty look: a sign first, so that no one depends on colour."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from flaxdrills.progress.problem_progress import Status

MUTED = "$text-muted"
"""The style of what may be overlooked."""

HOLDS = Content.styled("✓", "$text-success")
FAILS = Content.styled("✗", "$text-error")
AWAITED = Content.styled("·", MUTED)
READY = Content.styled("●", "$text-success")
"""A worker waits for the solution."""
GETTING_READY = "○"
"""None does yet."""
CURSOR = "▶"
"""Stands at the block of code that a key acts on."""


STATUS_STYLES: Mapping[Status, str] = {
    Status.NEW: MUTED,
    Status.TRIED: "$text-warning",
    Status.SOLVED: "$text-success",
    Status.DUE: "bold $text-accent",
}


def status_symbol(status: Status, more: str = "") -> Content:
    """The sign of a status in its colour, and `more` in the same."""
    return Content.styled(f"{status.sign}{more}", STATUS_STYLES[status])


def legend() -> Content:
    """What the signs mean, in one line."""
    return Content("   ").join(Content.assemble(status_symbol(status), (f" {status}", MUTED)) for status in Status)


def difficulty(level: int) -> Content:
    """A difficulty from 1 to 5 as five dots."""
    return Content.assemble(("●" * level, "$text-primary"), ("○" * (5 - level), MUTED))
