"""Raises the rows of jax_devices.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx
from jax.experimental import checkify

from tests.known_errors.raising.examples import X


def mesh_missing() -> None:
    nnx.Param(jnp.ones((2, 2)), out_sharding=("a", None))


def mesh_missing_constraint() -> None:
    jax.lax.with_sharding_constraint(X, jax.P("a"))


def mesh_axis() -> None:
    mesh = jax.make_mesh((1,), ("a",))
    jax.device_put(X, jax.NamedSharding(mesh, jax.P("b")))


def mesh_explicit() -> None:
    mesh = jax.make_mesh((1,), ("a",))
    with jax.set_mesh(mesh):
        jax.lax.with_sharding_constraint(X, jax.P("a"))


def shard_map_specs() -> None:
    mesh = jax.make_mesh((1,), ("a",))
    jax.shard_map(lambda x: x, mesh=mesh, in_specs=jax.P("a"), out_specs=jax.P("a"))(X)


def nan_found() -> None:
    with jax.debug_nans(True):
        jnp.log(-1.0)


def device_memory() -> None:
    jnp.zeros(1 << 45).block_until_ready()


def inf_found() -> None:
    with jax.debug_infs(True):
        jnp.ones(2) / jnp.zeros(2)


def transfer_refused() -> None:
    with jax.transfer_guard("disallow"):
        jnp.ones(3) + np.ones(3)


def transfer_refused__mended() -> None:
    with jax.transfer_guard("disallow"):
        jnp.add(jax.device_put(X), jax.device_put(X))


def _checked(x: Any) -> Any:
    checkify.check(x > 0, "x must be positive")
    return x


def check_failed() -> None:
    error, _ = checkify.checkify(_checked)(-1.0)
    error.throw()


def check_not_functionalized() -> None:
    jax.jit(_checked)(1.0)


def check_not_functionalized__mended() -> None:
    error, _ = checkify.checkify(_checked)(1.0)
    error.throw()


def _sent(pairs: list[tuple[int, int]]) -> None:
    mesh = jax.make_mesh((4,), ("a",), axis_types=(jax.sharding.AxisType.Auto,))
    send = jax.shard_map(
        lambda x: jax.lax.ppermute(x, "a", pairs), mesh=mesh, in_specs=jax.P("a"), out_specs=jax.P("a")
    )
    send(jnp.ones(4))


def permute_pairs() -> None:
    _sent([(0, 1), (0, 2)])


def permute_pairs__mended() -> None:
    _sent([(0, 1), (1, 0)])
