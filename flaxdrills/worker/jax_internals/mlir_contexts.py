"""One MLIR context for many lowerings, as newer JAX has it: making one takes 3 ms, and all that is new needs one."""

from __future__ import annotations

import threading
from typing import Any

from flaxdrills.worker.jax_internals.private_module import private_module

_LOWERINGS = 100
"""How many share a context. What is interned in it stays, so it is not kept for ever. JAX chose ten; a worker lives
for one run, which is rarely more than a hundred, and the ten contexts of those would take a tenth of its time."""


class _Kept(threading.local):
    """What this thread has; contexts are not safe to share between threads."""

    context: Any = None
    left: int = 0


def share_contexts() -> None:
    """Have JAX reuse contexts, where it does not do so by itself (before jax 0.11)."""
    mlir = private_module("jax._src.interpreters.mlir", "make_ir_context")
    if mlir is None or hasattr(mlir, "_thread_local_context"):
        return
    make, kept = mlir.make_ir_context, _Kept()

    def make_ir_context() -> Any:
        if kept.left == 0:
            kept.context, kept.left = make(), _LOWERINGS
            # Its threads would not be there in a forked child.
            kept.context.enable_multithreading(False)
        kept.left -= 1
        return kept.context

    setattr(mlir, "make_ir_context", make_ir_context)  # noqa: B010 (mypy knows no such name)
