"""A style."""

import jax
from jax.sharding import AxisType
from jax.sharding import PartitionSpec as P

MESH = jax.make_mesh((8,), ("data",), axis_types=(AxisType.Auto,))


def shard_map_mean(x: jax.Array) -> tuple[jax.Array, jax.Array]:
    def average(rows: jax.Array) -> jax.Array:
        return jax.lax.pmean(rows.mean(axis=0), "data")

    mean = jax.shard_map(average, mesh=MESH, in_specs=P("data"), out_specs=P())(x)
    subtract = jax.shard_map(jax.numpy.subtract, mesh=MESH, in_specs=(P("data"), P()), out_specs=P("data"))
    return mean, subtract(x, mean)
