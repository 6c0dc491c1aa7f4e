"""Cases and their arguments, and how a claim fails."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import numpy as np

from flaxdrills.worker.checks.held_values import ATOL, RTOL
from flaxdrills.worker.checks.observed_run import Case, Made, Unmet
from flaxdrills.worker.outcome import heard

T = TypeVar("T")


def case(name: str, *, rtol: float = RTOL, atol: float = ATOL, **arguments: Any) -> Case:
    """A case with these arguments. NumPy arrays reach the function as jax arrays, ints as ints."""
    return Case(name, arguments, rtol, atol)


def normal(*shape: int, seed: int) -> np.ndarray:
    """Values from a normal distribution, float32, of this shape; negative ones among them."""
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def made(make: Callable[[], Any]) -> Made:
    """An argument that `make` builds anew for each call, such as a module or an optimizer."""
    return Made(make)


def scratch() -> Made:
    """An argument: the path of a new, empty folder, another one in each call."""
    return Made(lambda: tempfile.mkdtemp(prefix="scratch-", dir=os.getcwd()))


def fail(message: str, finding: str | None = None) -> None:
    """The claim does not hold. `finding`: see Unmet."""
    raise Unmet(message, finding)


def some(candidates: Iterable[T], claim: Callable[[T], None], otherwise: str) -> T:
    """The first candidate for which `claim` raises nothing.

    Raises what the claim raised for the last candidate, or Unmet that says `otherwise` where there is none.
    """
    reason: BaseException = Unmet(otherwise)
    for candidate in candidates:
        outcome = heard(claim, candidate)
        if outcome.error is None:
            return candidate
        reason = outcome.error
    raise reason
