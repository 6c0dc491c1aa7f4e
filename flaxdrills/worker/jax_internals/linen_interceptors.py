"""An interceptor of Linen's methods in every thread, also in those that XLA starts; Linen has them for each thread."""

from __future__ import annotations

import contextlib
import functools
import threading
from typing import Any

from flax import linen

from flaxdrills.worker.jax_internals.private_module import private_module

_STACK = "_global_interceptor_stack"
_FOREVER = contextlib.ExitStack()
"""Holds what would end if nobody held it."""


def intercept_everywhere(interceptor: Any) -> None:
    """Have `interceptor` called from here on in every thread, the outermost of all.

    Where a release has no such stack, in this thread and in those that `threading` starts.
    """
    module = private_module("flax.linen.module", _STACK)
    if module is None:
        intercept = linen.intercept_methods
        _in_new_threads(intercept, interceptor)
        _FOREVER.enter_context(intercept(interceptor))
        return
    stack: Any = type(getattr(module, _STACK))

    class Stack(stack):  # type: ignore[misc]
        """What a thread has: it begins with our interceptor."""

        def __init__(self) -> None:
            super().__init__()
            self.push(interceptor)

    setattr(module, _STACK, Stack())


def _in_new_threads(intercept: Any, interceptor: Any) -> None:
    start = threading.Thread.start

    @functools.wraps(start)
    def started(self: threading.Thread) -> None:
        run = self.run

        def watched() -> None:
            with intercept(interceptor):
                run()

        self.run = watched  # type: ignore[method-assign]
        start(self)

    threading.Thread.start = started  # type: ignore[method-assign]
