"""The mesh has its sizes the other way round: `columns` devices along "data"."""

# fact: has jax.make_mesh((columns, rows), ...)

import jax
from jax.sharding import AxisType, NamedSharding
from jax.sharding import PartitionSpec as P


def lay(x: jax.Array, rows: int, columns: int) -> jax.Array:
    mesh = jax.make_mesh(
        (columns, rows),
        ("data", "model"),
        axis_types=(AxisType.Auto, AxisType.Auto),
    )
    between = [None] * (x.ndim - 2)
    return jax.device_put(x, NamedSharding(mesh, P("data", *between, "model")))
