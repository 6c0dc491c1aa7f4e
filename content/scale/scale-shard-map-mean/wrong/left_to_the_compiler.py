"""You split the rows and leave the rest to the compiler. That is right, and it exchanges the same. But here you should say
yourself, in `jax.shard_map`, what one device does."""

# fact: has not jax.shard_map(...)
# fact: has jax.device_put(...)

import jax
from jax.sharding import AxisType, NamedSharding
from jax.sharding import PartitionSpec as P

MESH = jax.make_mesh((8,), ("data",), axis_types=(AxisType.Auto,))


def shard_map_mean(x: jax.Array) -> tuple[jax.Array, jax.Array]:
    @jax.jit
    def both(x: jax.Array) -> tuple[jax.Array, jax.Array]:
        mean = x.mean(axis=0)
        split = NamedSharding(MESH, P("data"))
        return (
            jax.lax.with_sharding_constraint(mean, NamedSharding(MESH, P())),
            jax.lax.with_sharding_constraint(x - mean, split),
        )

    return both(jax.device_put(x, NamedSharding(MESH, P("data"))))
