"""Watching a call of the learner's function: NNX, Linen and JAX say what it does, and a Recorder keeps it.

The hooks are laid once in a process and do nothing while no recorder is active.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flaxdrills.worker.jax_internals.leak_checker import before_leaks_are_told
from flaxdrills.worker.spy import jax_calls, linen_calls, nnx_calls
from flaxdrills.worker.spy.let_go import let_go, living
from flaxdrills.worker.spy.recorder import (
    ApiCall,
    Created,
    Draw,
    LinenApply,
    LinenCall,
    LinenInit,
    ModuleUse,
    Recorder,
    Shift,
    Update,
    active,
    flat,
    is_traced,
    shifted,
)

__all__ = [
    "ApiCall",
    "Created",
    "Draw",
    "LinenApply",
    "LinenCall",
    "LinenInit",
    "ModuleUse",
    "Recorder",
    "Shift",
    "Update",
    "flat",
    "is_traced",
    "lay_hooks",
    "recording",
    "shifted",
]


@contextmanager
def recording(shift: Shift | None = None, of: Any = None) -> Iterator[Recorder]:
    """A recorder that sees all until the block ends. `of`: the function that is called in it."""
    lay_hooks()
    recorder = Recorder(shift or Shift(), of, earlier=jax_calls.traced_before(of))
    living.add(recorder)
    active.append(recorder)
    try:
        yield recorder
    finally:
        active.remove(recorder)
        jax_calls.remember(recorder)


@functools.cache
def lay_hooks() -> None:
    """Patch flax so that recorders see what happens, and listen to jax. Once in a process."""
    nnx_calls.lay()
    linen_calls.lay()
    jax_calls.lay()
    before_leaks_are_told(let_go)
