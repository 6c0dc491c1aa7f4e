"""The array was never placed on the mesh: it lies on one device."""

# fact: has not jax.device_put(...)

import jax
from jax.sharding import AxisType


def lay(x: jax.Array, rows: int, columns: int) -> jax.Array:
    mesh = jax.make_mesh(
        (rows, columns),
        ("data", "model"),
        axis_types=(AxisType.Auto, AxisType.Auto),
    )
    del mesh
    return x
