"""A style."""

from functools import partial

import jax
from jax.sharding import AxisType
from jax.sharding import PartitionSpec as P

MESH = jax.make_mesh((8,), ("data",), axis_types=(AxisType.Auto,))


@jax.jit
@partial(
    jax.shard_map,
    mesh=MESH,
    in_specs=(P("data", None),),
    out_specs=(P(None), P("data", None)),
)
def shard_map_mean(x: jax.Array) -> tuple[jax.Array, jax.Array]:
    mean = jax.lax.pmean(x.mean(0), axis_name="data")
    return mean, x - mean
