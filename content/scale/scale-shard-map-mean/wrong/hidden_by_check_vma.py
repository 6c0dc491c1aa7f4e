"""No collective joins the devices, and `check_vma=False` hides it. Each device returns the mean of its own rows, and of
those you see the first device's only."""

# fact: has jax.shard_map(..., check_vma=False)
# fact: has not jax.lax.pmean(...)
# fact: has not jax.lax.psum(...)
# fact: has not jax.lax.all_gather(...)

import jax
from jax.sharding import AxisType
from jax.sharding import PartitionSpec as P

MESH = jax.make_mesh((8,), ("data",), axis_types=(AxisType.Auto,))


def shard_map_mean(x: jax.Array) -> tuple[jax.Array, jax.Array]:
    def on_one(rows: jax.Array) -> tuple[jax.Array, jax.Array]:
        mean = rows.mean(axis=0)
        return mean, rows - mean

    on_all = jax.shard_map(
        on_one,
        mesh=MESH,
        in_specs=P("data"),
        out_specs=(P(), P("data")),
        check_vma=False,
    )
    return on_all(x)
