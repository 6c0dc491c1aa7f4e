"""Raises the rows of names.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx

from tests.known_errors.raising.examples import KEY, X, layer


def gone_from_jax() -> None:
    print(jax.nothing_of_this_name)


def gone_from_flax() -> None:
    nnx.GraphNode()


def no_flax_module() -> None:
    exec("import flax.optim")


def weight() -> None:
    print(layer().weight)


def module_name() -> None:
    nnx.ModuleList([])


def module_name__linen() -> None:
    nn.Linear(3)


def module_name__jax() -> None:
    jax.tree_map(lambda a: a, X)


def module_name__jnp() -> None:
    jnp.relu(X)  # type: ignore[attr-defined]


def module_name__optax() -> None:
    optax.Adam(0.1)


def imported_name() -> None:
    exec("from flax.nnx import Dense")


def array_name() -> None:
    X.unsqueeze(0)


def array_name__traced() -> None:
    jax.jit(lambda x: x.to("cpu"))(X)


def linen_module_name() -> None:
    class Model(nn.Module):
        @nn.compact
        def forward(self, x: Any) -> Any:
            return nn.Dense(3)(x)

    Model().init(KEY, X)


def linen_module_name__mode() -> None:
    nn.Dense(3).train()


def linen_module_name__weight() -> None:
    print(nn.Dense(3).kernel)


def dict_name() -> None:
    nn.Dense(3).init(KEY, X).unfreeze()


def model_name() -> None:
    layer().parameters()


def keyword_name() -> None:
    jnp.sum(X, dim=1)  # type: ignore[call-arg]


def keyword_name__layer() -> None:
    nnx.Linear(3, 4, bias=False, rngs=nnx.Rngs(0))


def keyword_name__linen() -> None:
    nn.Dense(in_features=3, out_features=4)


def keyword_name_custom() -> None:
    nn.relu(X, inplace=True)
