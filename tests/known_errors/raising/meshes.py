"""Meshes of simulated devices, and arrays that lie on them, for the examples."""

# mypy: disable-error-code="misc"

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
from flax import linen as nn
from jax import P
from jax.sharding import AxisType

AUTO = jax.make_mesh((2,), ("x",), axis_types=(AxisType.Auto,))
EXPLICIT = jax.make_mesh((2, 2), ("x", "y"), axis_types=(AxisType.Explicit, AxisType.Explicit))


def laid(spec: P, mesh: Any = EXPLICIT) -> Any:
    """An array that lies on `mesh` as `spec` says."""
    return jax.device_put(jnp.ones((8, 8)), jax.NamedSharding(mesh, spec))


def product_of_parts(product: Any) -> None:
    """Inside shard_map, a product of what is different on each device with what is the same on all."""
    jax.shard_map(lambda x: product(x, jnp.ones(2)), mesh=AUTO, in_specs=P("x"), out_specs=P("x"))(jnp.ones(4))


def constrained(*rules: Any) -> None:
    """Names two axes of an array and says with `rules` how they lie."""
    raising = nn.spmd.RulesFallback.RAISE_ERROR
    nn.with_logical_constraint(jnp.ones((2, 3)), ("a", "b"), rules=rules, mesh=AUTO, fallback=raising)
