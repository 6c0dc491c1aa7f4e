"""Raises the rows of jax_calls.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from tests.known_errors.raising.examples import X

# vmap and pmap


def vmap_axes_type() -> None:
    jax.vmap(lambda x: x, in_axes=False)(X)


def vmap_axes_type__array() -> None:
    jax.vmap(lambda x: x, in_axes=(jnp.ones(2),))(X)


def vmap_axes_type__out() -> None:
    jax.vmap(lambda x: x, out_axes=(jnp.ones(2),))(X)


def vmap_axes_number() -> None:
    jax.vmap(lambda x, y: x, in_axes=(0,))(X, X)


def vmap_axes_type__pmap() -> None:
    jax.pmap(lambda x: x, in_axes=False)(X)


def vmap_axes_number__mended() -> None:
    jax.vmap(lambda x, y: x, in_axes=(0, None))(X, X)


def vmap_nothing_mapped() -> None:
    jax.vmap(lambda x: x, in_axes=None)(X)


def vmap_nothing_mapped__empty() -> None:
    jax.vmap(lambda x: x)({})


def vmap_nothing_mapped__pmap() -> None:
    jax.pmap(lambda x: x, in_axes=None)(X)


def vmap_nothing_mapped__mended() -> None:
    jax.vmap(lambda x: x, in_axes=None, axis_size=2)(X)


def pmap_static_missing() -> None:
    jax.pmap(lambda x, n: x * n, static_broadcasted_argnums=1)(X)


def pmap_static_missing__mended() -> None:
    jax.pmap(lambda x, n: x * n, static_broadcasted_argnums=1)(X[:1], 2)


def vmap_out_none() -> None:
    jax.vmap(lambda x: x, out_axes=None)(X)


def vmap_out_none__named() -> None:
    jax.vmap(lambda x: x, out_axes=None, axis_name="batch")(X)


def vmap_out_none__pair() -> None:
    jax.vmap(lambda x: (x, x), out_axes=(None, 0))(X)


def vmap_out_none__mended() -> None:
    jax.vmap(lambda x: jax.lax.pmean(x, "batch"), out_axes=None, axis_name="batch")(X)


# jit


class Settings:
    """Compares with an error."""

    def __init__(self, n: int) -> None:
        self.n = n

    def __hash__(self) -> int:
        return 1

    def __eq__(self, other: object) -> bool:
        raise ValueError("not comparable")


def static_comparable() -> None:
    f = jax.jit(lambda x, s: x, static_argnums=1)
    f(1.0, Settings(1))
    f(1.0, Settings(2))


def donated_twice() -> None:
    x = jnp.ones(3) * 2
    jax.jit(lambda a, b: a + b, donate_argnums=0)(x, x)


def donated_twice__both() -> None:
    x = jnp.ones(3) * 2
    jax.jit(lambda a, b: (a + 1, b + 2), donate_argnums=(0, 1))(x, x)


def static_names() -> None:
    jax.jit(lambda x: x, static_argnames="n")(X)


def static_names__number() -> None:
    jax.jit(lambda x: x, static_argnums=1)(X)


def static_names__donated() -> None:
    jax.jit(lambda x: x, donate_argnums=2)(X)


def static_names__mended() -> None:
    jax.jit(lambda x, n: x * n, static_argnames="n")(X, n=2)


def masked_array() -> None:
    jnp.add(np.ma.masked_array([1.0, 2.0], mask=[True, False]), 1.0)


def masked_array__jit() -> None:
    jax.jit(lambda x: x)(np.ma.masked_array([1.0, 2.0], mask=[True, False]))


def masked_array__mended() -> None:
    jnp.add(np.ma.masked_array([1.0, 2.0], mask=[True, False]).filled(0.0), 1.0)


def jit_of_classmethod() -> None:
    class Model:
        """Has its decorators in the wrong order."""

        @jax.jit
        @classmethod
        def call(cls, x: Any) -> Any:
            return x


def jit_of_classmethod__mended() -> None:
    class Model:
        """Has its decorators in the right order."""

        @classmethod
        @jax.jit
        def call(cls, x: Any) -> Any:
            return x


def not_a_function() -> None:
    jax.jit(3)


def not_a_function__grad() -> None:
    jax.grad(jnp.sin(1.0))


def not_a_function__fori() -> None:
    jax.lax.fori_loop(0, 3, 1.0, 2.0)


def not_a_function__mended() -> None:
    jax.grad(jnp.sin)(1.0)


def jax_value() -> None:
    jax.jit(lambda x: x)(jax.ShapeDtypeStruct((2,), jnp.float32))


def jax_value__grad() -> None:
    jax.grad(lambda x: 1.0)("text")


def traced_static() -> None:
    jax.jit(lambda n: jnp.arange(n))(3)


def traced_static__linspace() -> None:
    jax.jit(lambda n: jnp.linspace(0, 1, n))(3)


def traced_static__one_hot() -> None:
    jax.jit(lambda n: jax.nn.one_hot(0, n))(3)


def traced_static__split() -> None:
    jax.jit(lambda n: jnp.split(jnp.arange(4), n))(2)


def traced_static__scan() -> None:
    jax.jit(lambda n: jax.lax.scan(lambda c, x: (c, x), 0.0, None, length=n))(3)


def traced_static__unroll() -> None:
    jax.jit(lambda n: jax.lax.scan(lambda c, x: (c, x), 0.0, X, unroll=n))(3)


def traced_static__c() -> None:
    jax.jit(lambda n: jnp.c_[n:3])(1)


def traced_ravel() -> None:
    jax.jit(lambda i: jnp.ravel_multi_index((i, i), (3, 3)))(1)


def traced_ravel__mended() -> None:
    jax.jit(lambda i: jnp.ravel_multi_index((i, i), (3, 3), mode="clip"))(1)


def traced_static__axis() -> None:
    jax.jit(lambda n: X.sum(axis=n))(1)


def traced_static__repeat() -> None:
    jax.jit(lambda n: jnp.repeat(X, n))(2)


def traced_method() -> None:
    jax.jit(lambda x: x.tobytes())(X)


def traced_method__tolist() -> None:
    jax.jit(lambda x: x.tolist())(X)


def traced_sharding() -> None:
    jax.jit(lambda x: x.sharding)(X)


def traced_method__devices() -> None:
    jax.jit(lambda x: x.devices())(X)


def traced_method__shards() -> None:
    jax.jit(lambda x: x.addressable_shards)(X)


def traced_sharding__mended() -> None:
    jax.jit(lambda x: jax.typeof(x).sharding and x)(X)


def device_put_target() -> None:
    jax.device_put(X, "cpu")


def device_put_target__mended() -> None:
    jax.device_put(X, jax.devices("cpu")[0])


def traced_static_hashed() -> None:
    jax.jit(lambda axis: jnp.cumsum(X, axis))(1)


def traced_static_hashed__swap() -> None:
    jax.jit(lambda axis: X.swapaxes(0, axis))(1)


def traced_static_hashed__mended() -> None:
    jax.jit(lambda axis: jnp.cumsum(X, axis), static_argnums=0)(1)
