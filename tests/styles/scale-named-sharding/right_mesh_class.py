"""A Mesh of an array of devices."""

import jax
import numpy as np
from jax.sharding import Mesh, NamedSharding
from jax.sharding import PartitionSpec as P


def lay(x: jax.Array, rows: int, columns: int) -> jax.Array:
    devices = np.array(jax.devices()).reshape(rows, columns)
    mesh = Mesh(devices, ("data", "model"))
    between = [None] * (x.ndim - 2)
    return jax.device_put(x, NamedSharding(mesh, P("data", *between, "model")))
