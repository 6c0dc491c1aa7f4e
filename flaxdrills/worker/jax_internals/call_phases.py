"""What JAX is busy with, going by the functions of its own that a stack shows."""

from __future__ import annotations

from collections.abc import Iterable

_TRACING = (("jax/_src/interpreters/partial_eval.py", "trace_to_jaxpr"),)
_COMPILING = (
    ("jax/_src/compiler.py", ""),
    ("jax/_src/interpreters/pxla.py", "lower"),
    ("jax/_src/interpreters/mlir.py", "lower"),
)
"""The ends of files' names, and the beginnings of functions in them."""


def phase_of(calls: Iterable[tuple[str, str]]) -> str:
    """Whether JAX is "compiling" or "tracing", or it is the program that is "running".

    `calls`: file and function, innermost first.
    """
    for file, function in calls:
        for phase, known in (("compiling", _COMPILING), ("tracing", _TRACING)):
            if any(file.endswith(end) and function.startswith(name) for end, name in known):
                return phase
    return "running"
