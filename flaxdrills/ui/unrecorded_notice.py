"""Telling the learner that something could not be recorded."""

from __future__ import annotations

from textual.widget import Widget

from flaxdrills.practice.session import Session


def warn_if_unrecorded(widget: Widget, session: Session) -> None:
    """Say why what was just done could not be recorded, if so."""
    if reason := session.progress.trouble:
        text = f"{reason} Until then it is kept, and flaxdrills tries again at your next action."
        widget.notify(text, severity="warning", timeout=10, markup=False)
