"""Raises the rows of jax_transforms.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx

from tests.known_errors.raising.examples import KEY, X


def unhashable_static() -> None:
    jax.jit(lambda x, n: x, static_argnums=1)(X, [1])


def no_array_passed() -> None:
    jax.jit(lambda x: 1)("text")


def no_array_returned() -> None:
    jax.jit(lambda x: "text")(X)


def gradient_of_vector() -> None:
    jax.grad(lambda x: x * 2)(X)


def gradient_by_rng_state() -> None:
    class Model(nnx.Module):
        def __init__(self) -> None:
            self.d = nnx.Dropout(0.5, rngs=nnx.Rngs(0))

    nnx.grad(lambda m: 1.0, graph=False)(Model())


def gradient_by_integer() -> None:
    jax.grad(lambda x: x * 2.0)(1)


def scan_body_pair() -> None:
    jax.lax.scan(lambda c, x: c, 0.0, X)


def carry_changes() -> None:
    jax.lax.scan(lambda c, x: (jnp.concatenate([c, c]), x), jnp.ones(1), X)


def scan_lengths() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, (jnp.ones(2), jnp.ones(3)))


def branch_structure() -> None:
    jax.lax.cond(True, lambda x: x, lambda x: (x, x), 1.0)


def branch_types() -> None:
    jax.lax.cond(True, lambda x: x, lambda x: jnp.int32(1), 1.0)


def predicate_scalar() -> None:
    jax.lax.cond(jnp.array([True, False]), lambda x: x, lambda x: -x, X)


def vmap_lengths() -> None:
    jax.vmap(lambda a, b: a + b)(jnp.ones(2), jnp.ones(3))


def vmap_rank() -> None:
    jax.vmap(lambda a: a, in_axes=3)(X)


def vmap_output() -> None:
    class Sum(nnx.Module):
        def __init__(self) -> None:
            self.c = nnx.Variable(jnp.zeros(()))

        def __call__(self, x: Any) -> Any:
            self.c[...] += x.sum()
            return x

    nnx.vmap(lambda m, x: m(x), in_axes=(None, 0))(Sum(), jnp.arange(6.0).reshape(2, 3))


def unbound_axis() -> None:
    jax.lax.psum(1.0, "batch")


def donated() -> None:
    x = jnp.ones(3)
    jax.jit(lambda a: a + 1, donate_argnums=0)(x)
    x + 1


def gradient_by_rng_state__keys() -> None:
    jax.grad(lambda key: 1.0)(KEY)


def gradient_by_rng_state__mended() -> None:
    nnx.grad(lambda model: model(X).sum())(nnx.Dropout(0.5, rngs=nnx.Rngs(0)))
    jax.grad(lambda x: x.sum())(jnp.ones(2, jnp.uint32).astype(float))


def vmap_rank__keyword() -> None:
    jax.vmap(lambda x, scale: x * scale)(X, scale=2.0)


def vmap_rank__mended() -> None:
    jax.vmap(lambda x, scale: x * scale, in_axes=(0, None))(X, 2.0)


def _sums(begin: Callable[[Any], Any]) -> None:
    mesh = jax.make_mesh((1,), ("a",), axis_types=(jax.sharding.AxisType.Auto,))
    step = jax.shard_map(
        lambda x: jax.lax.scan(lambda c, v: (c + v, None), begin(jnp.zeros(())), x)[0][None],
        mesh=mesh,
        in_specs=jax.P("a"),
        out_specs=jax.P("a"),
    )
    step(jnp.arange(8.0))


def carry_varies() -> None:
    _sums(lambda zero: zero)


def carry_varies__mended() -> None:
    _sums(lambda zero: jax.lax.pcast(zero, "a", to="varying"))
