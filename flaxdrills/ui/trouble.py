"""Telling the learner what could not be recorded."""

from __future__ import annotations

from textual.widget import Widget

from flaxdrills.practice.session import Session


def say_trouble(widget: Widget, session: Session) -> None:
    """Say why what was just done could not be recorded, if so."""
    if trouble := session.progress.trouble:
        text = f"{trouble} Until then it is kept, and tried again with what you do next."
        widget.notify(text, severity="warning", timeout=10, markup=False)
