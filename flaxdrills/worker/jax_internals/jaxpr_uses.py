"""Which inputs of a jaxpr its outputs depend on, and traces that are apart from those of anybody else."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final

from flaxdrills.worker.jax_internals.private_module import private_module

_PARTIAL_EVAL: Final = private_module("jax._src.interpreters.partial_eval", "dce_jaxpr")
_METADATA: Final = private_module("jax.experimental.xla_metadata", "set_xla_metadata")


def used_inputs(jaxpr: Any, outputs: Sequence[bool]) -> Sequence[bool] | None:
    """Which inputs of `jaxpr` these of its `outputs` depend on, inner jaxprs looked into; None where nobody knows."""
    if _PARTIAL_EVAL is None:
        return None
    used: Sequence[bool] = _PARTIAL_EVAL.dce_jaxpr(jaxpr, list(outputs))[1]
    return used


def own_traces() -> AbstractContextManager[Any]:
    """While it is entered, what jit has traced before is traced anew, and kept apart."""
    return nullcontext() if _METADATA is None else _METADATA.set_xla_metadata(flaxdrills="own")
