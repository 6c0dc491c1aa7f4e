"""Keys that can do nothing now, and say why."""

from __future__ import annotations

from dataclasses import replace

from textual.binding import Binding


def saying_why(binding: Binding) -> tuple[Binding, Binding]:
    """`binding`, and beside it one of the same key that asks for `action_why_not` while it can do nothing.

    Whoever has them answers in `check_action` for the action `why_not` the opposite of its parameter.
    """
    return binding, replace(binding, action=f"why_not({binding.action!r})", show=False)
