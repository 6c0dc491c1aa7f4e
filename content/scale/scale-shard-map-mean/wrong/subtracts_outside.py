"""You subtract outside of `jax.shard_map`, where `x` is whole. So `centred` is not split by rows: each device
computes and keeps all of it."""

# fact: checks

import jax
from jax.sharding import AxisType
from jax.sharding import PartitionSpec as P

MESH = jax.make_mesh((8,), ("data",), axis_types=(AxisType.Auto,))


def shard_map_mean(x: jax.Array) -> tuple[jax.Array, jax.Array]:
    def on_one(rows: jax.Array) -> jax.Array:
        return jax.lax.pmean(rows.mean(axis=0), "data")

    mean = jax.shard_map(
        on_one,
        mesh=MESH,
        in_specs=P("data"),
        out_specs=P(),
    )(x)
    return mean, x - mean
