"""The spec from a list."""

import jax
from jax.sharding import AxisType, NamedSharding
from jax.sharding import PartitionSpec as P


def lay(x: jax.Array, rows: int, columns: int) -> jax.Array:
    mesh = jax.make_mesh(
        (rows, columns),
        ("data", "model"),
        axis_types=(AxisType.Auto, AxisType.Auto),
    )
    spec: list[str | None] = [None for _ in x.shape]
    spec[0], spec[-1] = "data", "model"
    return jax.device_put(x, NamedSharding(mesh, P(*spec)))
