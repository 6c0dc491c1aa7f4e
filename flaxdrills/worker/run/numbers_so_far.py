"""What a run that takes too long has come to: the losses that it has gathered, to be drawn before it is ended.

The supervisor asks with a signal, which Python answers between two steps of the learner's loop; a loop within a
compiled program does not answer. What is told may be forged by the learner's code, and decides nothing.
"""

from __future__ import annotations

import contextlib
import gc
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import jax
import jax.numpy as jnp

from flaxdrills.judging.events import Drawn, Event
from flaxdrills.judging.picture import VALUES
from flaxdrills.worker.checks.pictures import curve
from flaxdrills.worker.spy.recorder import is_traced
from flaxdrills.worker.supervise.stack_dump import ASKS_FOR_NUMBERS

_FEWEST = 3
"""Fewer numbers are no curve."""


@contextmanager
def numbers_told_when_asked(filename: str, tell: Callable[[Event], None]) -> Iterator[None]:
    """While this holds, ASKS_FOR_NUMBERS has the longest list of losses drawn, if `filename` runs at that moment."""

    def answer(number: int, frame: FrameType | None) -> None:
        with contextlib.suppress(Exception):
            names = _named(frame, filename)
            if names is None:
                return
            found = max(filter(_are_losses, (value for value in gc.get_objects() if type(value) is list)), key=len)
            # To read one takes longer than to make it.
            losses = [float(loss) for loss in found[:: 1 + len(found) // VALUES] if loss.is_ready()]
            tell(Drawn(curve(f"{len(found):,} numbers so far", **{names.get(id(found), "yours"): losses})))

    before = signal.signal(ASKS_FOR_NUMBERS, answer)
    try:
        yield
    finally:
        signal.signal(ASKS_FOR_NUMBERS, before)


def _named(frame: FrameType | None, filename: str) -> dict[int, str] | None:
    """What the functions of `filename` that run call their values; None where none of them runs."""
    names: dict[int, str] | None = None
    while frame is not None:
        if frame.f_code.co_filename == filename:
            names = {id(value): name for name, value in frame.f_locals.items()} | (names or {})
        frame = frame.f_back
    return names


def _are_losses(values: list[Any]) -> bool:
    """Whether all are of one type, and the first and the last are numbers on a device."""
    return (
        len(values) >= _FEWEST
        and all(type(value) is type(values[0]) for value in values)
        and all(_is_loss(value) for value in (values[0], values[-1]))
    )


def _is_loss(value: Any) -> bool:
    return (
        isinstance(value, jax.Array)
        and not is_traced(value)
        and value.shape == ()
        and jnp.issubdtype(value.dtype, jnp.floating)
    )
