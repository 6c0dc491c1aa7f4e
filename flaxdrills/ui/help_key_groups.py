"""What keys are for: the titles under which the help lists them."""

from __future__ import annotations

from dataclasses import dataclass

GROUPS = {
    "Your solution": ("edit", "edit.other", "run", "cancel", "review", "grade", "reset"),
    "Lesson, task and hints": (
        "lesson",
        "task",
        "hint",
        "solution",
        "run-block",
        "edit-block",
        "reading.cancel",
        "reading.next-block",
        "reading.previous-block",
    ),
    "What you ran": ("unfold", "report.unfold", "model", "attempts"),
    "Going on": ("onward", "next", "previous", "twin", "find", "back", "progress"),
    "Parts of the screen": ("reading", "code", "report", "whole", "docstring"),
    "Everywhere": ("help", "palette", "copy", "redraw", "interrupt", "suspend", "quit"),
}
"""Each with the ids of its bindings, in the order in which they are listed."""

OTHERS = "This screen"


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys for one kind of thing, each with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


def group_of(binding_id: str) -> str:
    """The title for the binding of that id."""
    return next((title for title, ids in GROUPS.items() if binding_id in ids), OTHERS)


def position_of(binding_id: str) -> tuple[int, int]:
    """Where the binding of that id is listed; what is only at this screen comes first."""
    titles = [OTHERS, *GROUPS]
    title = group_of(binding_id)
    ids = GROUPS.get(title, ())
    return titles.index(title), ids.index(binding_id) if binding_id in ids else 0
