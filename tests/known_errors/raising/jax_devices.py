"""Raises the rows of jax_devices.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import jax
import jax.numpy as jnp
from flax import nnx

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
