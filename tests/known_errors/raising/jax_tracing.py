"""Raises the rows of jax_tracing.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import export

from tests.known_errors.raising.examples import X


def traced_truth() -> None:
    jax.jit(lambda x: x if x > 0 else -x)(1.0)


def traced_to_numpy() -> None:
    jax.jit(lambda x: np.sin(x))(X)


def traced_index() -> None:
    jax.jit(lambda n: list(range(5))[n])(2)


def traced_mask() -> None:
    jax.jit(lambda x: x[x > 0])(X)


def varying_length() -> None:
    jax.jit(lambda x: jnp.unique(x))(X)


def traced_number() -> None:
    jax.jit(lambda x: float(x))(1.0)


def leaked_tracer() -> None:
    kept = []
    jax.jit(lambda x: kept.append(x) or x)(1.0)
    kept[0] + 1


def key_reuse() -> None:
    with jax.debug_key_reuse(True):
        key = jax.random.key(0)
        jax.random.normal(key)
        jax.random.normal(key)


def symbolic_dimension() -> None:
    (length,) = export.symbolic_shape("n")
    shape = jax.ShapeDtypeStruct((length,), jnp.float32)
    export.export(jax.jit(lambda x: 1 if x.shape[0] > 3 else 0))(shape)


def traced_shape() -> None:
    jax.jit(lambda n: jnp.zeros(n))(3)


def float_shape() -> None:
    jnp.zeros((2.0, 3))


def traced_slice() -> None:
    jax.jit(lambda x, n: x[:n])(X, 1)


def array_item_assignment() -> None:
    X[0] = 1.0


def traced_number__item() -> None:
    jax.jit(lambda x: x.item())(1.0)


def traced_wanted() -> None:
    jax.jit(lambda x, n: jnp.roll(x, 1, axis=n))(X, 1)


def traced_wanted__mended() -> None:
    jax.jit(lambda x, n: jnp.roll(x, 1, axis=n), static_argnums=1)(X, 1)


def leaked_tracer__custom_vjp() -> None:
    def outer(y: Any) -> Any:
        scaled = jax.custom_vjp(lambda x: x * y)
        scaled.defvjp(lambda x: (x * y, None), lambda kept, g: (g * y,))
        return scaled(2.0)

    jax.grad(outer)(1.0)
