"""with_sharding_constraint."""

import jax
from jax.sharding import AxisType, NamedSharding
from jax.sharding import PartitionSpec as P


def lay(x: jax.Array, rows: int, columns: int) -> jax.Array:
    mesh = jax.make_mesh(
        (rows, columns),
        ("data", "model"),
        axis_types=(AxisType.Auto, AxisType.Auto),
    )
    between = [None] * (x.ndim - 2)
    sharding = NamedSharding(mesh, P("data", *between, "model"))
    return jax.lax.with_sharding_constraint(x, sharding)
