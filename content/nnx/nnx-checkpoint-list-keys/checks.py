"""What a solution of nnx-checkpoint-list-keys is judged by.

One file has more than ten layers, where the order of the names is not that of the numbers.
"""

from functools import partial
from pathlib import Path
from tempfile import mkdtemp

import jax.numpy as jnp
import orbax.checkpoint as ocp

from flaxdrills.worker.expect import case, made, normal


def _file(d: int, depth: int, seed: int) -> str:
    """The path of a new checkpoint of so many layers."""
    folder = Path(mkdtemp(prefix="scratch-", dir=Path.cwd()), "stack")
    layers = {
        str(i): {
            "kernel": jnp.asarray(normal(d, d, seed=seed + i)),
            "bias": jnp.asarray(normal(d, seed=seed + 100 + i)),
        }
        for i in range(depth)
    }
    with ocp.StandardCheckpointer() as saver:
        saver.save(folder, {"layers": layers})
    return str(folder)


CASES = [
    case("3 layers", path=made(partial(_file, 4, 3, 0)), x=normal(5, 4, seed=1)),
    case("12 layers, a batch of one", path=made(partial(_file, 2, 12, 20)), x=normal(1, 2, seed=2)),
    case("one layer", path=made(partial(_file, 3, 1, 50)), x=normal(2, 3, seed=3)),
]
