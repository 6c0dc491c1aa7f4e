"""Raises the rows of names.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import jax
from flax import nnx

from tests.known_errors.raising.examples import X, layer


def gone_from_jax() -> None:
    jax.tree_map(lambda a: a, X)


def gone_from_flax() -> None:
    nnx.GraphNode()


def no_flax_module() -> None:
    exec("import flax.optim")


def weight() -> None:
    print(layer().weight)
