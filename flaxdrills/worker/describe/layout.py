"""How an array lies on several devices, in words and as a drawing of text."""

from __future__ import annotations

import contextlib
import io
from typing import Any

import jax

_WIDTH = 60
"""How wide a drawing is at most."""


def sharding_of(array: Any) -> str:
    """How `array` is laid out, in a few words; "" where it is on one device, or on none."""
    sharding = getattr(array, "sharding", None)
    if not isinstance(sharding, jax.sharding.Sharding) or isinstance(array, jax.core.Tracer):
        return ""
    count = len(sharding.device_set)
    if count < 2:
        return ""
    if sharding.is_fully_replicated:
        return f"whole on each of {count} devices"
    spec = getattr(sharding, "spec", None)
    if spec is None:
        return f"on {count} devices"
    return f"{', '.join(map(_axis, spec))} on {count} devices"


def drawing_of(array: Any) -> str:
    """A drawing of where the parts of `array` are, as jax makes it."""
    if array.ndim not in (1, 2):
        return f"It has {array.ndim} axes, and only arrays of one or two can be drawn."
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        jax.debug.visualize_sharding(array.shape, array.sharding, use_color=False, max_width=_WIDTH, min_width=3)
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines())


def _axis(part: Any) -> str:
    if part is None:
        return "None"
    return part if isinstance(part, str) else f"({', '.join(map(str, part))})"
