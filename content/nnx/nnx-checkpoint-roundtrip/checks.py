"""What a solution of nnx-checkpoint-roundtrip is judged by.

The running statistics of the given model are not those of a fresh one, so that it shows where they get lost.
"""

from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, made, normal, scratch


class Net(nnx.Module):
    """The class of the stub, for the models that are handed in."""

    def __init__(self, d: int, width: int, *, rngs: nnx.Rngs) -> None:
        self.first = nnx.Linear(d, width, rngs=rngs)
        self.norm = nnx.BatchNorm(width, use_running_average=True, rngs=rngs)
        self.last = nnx.Linear(width, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.last(nnx.relu(self.norm(self.first(x))))


def _trained(d: int, width: int, seed: int) -> Net:
    model = Net(d, width, rngs=nnx.Rngs(seed))
    model.norm.mean[...] = jnp.asarray(normal(width, seed=seed))
    model.norm.var[...] = 0.5 + jnp.asarray(normal(width, seed=seed + 1)) ** 2
    model.first.bias[...] = jnp.asarray(normal(width, seed=seed + 2))
    model.last.bias[...] = jnp.asarray(normal(1, seed=seed + 3))
    return model


CASES = [
    case("width 5", model=made(partial(_trained, 3, 5, 0)), x=normal(4, 3, seed=1), folder=scratch()),
    case("width 2, a batch of one", model=made(partial(_trained, 6, 2, 9)), x=normal(1, 6, seed=2), folder=scratch()),
    case("one input", model=made(partial(_trained, 1, 4, 20)), x=3.0 * normal(7, 1, seed=3), folder=scratch()),
]


def check_written(run: Run) -> None:
    """The Params and the rest are in checkpoints of their own"""
    expect.wrote(run, "folder", "params/*", "stats/*")
    for name, wanted, other in (("params", "kernel", "mean"), ("stats", "mean", "kernel")):
        # What a checkpoint holds stands in its metadata; where there are none, the files themselves must do.
        names = "".join(path.read_text() for path in Path(run.arguments["folder"], name).rglob("_METADATA"))
        if names and wanted not in names:
            expect.fail(f"The checkpoint `{name}` has no {wanted!r}, and it should hold that.", f"{name} incomplete")
        if other in names:
            expect.fail(f"The checkpoint `{name}` holds {other!r}, which belongs in the other one.", f"{name} too full")


def check_apart(run: Run) -> None:
    """No Param is in both models"""
    expect.apart(run.part("model"), run.passed["model"])


def check_not_drawn(run: Run) -> None:
    """No Param is created with drawn values"""
    given = expect.leaves(run.passed["model"])
    stored = [held.get_raw_value() for held in given.values() if isinstance(held, nnx.Param)]
    for created in run.recorder.created:
        value = created.value
        if not isinstance(created.variable, nnx.Param) or not isinstance(value, jax.Array) or expect.is_traced(value):
            continue
        if not any(value.shape == other.shape and bool((value == other).all()) for other in stored):
            name = created.name or "unnamed"
            expect.fail(f"A Param with values that are not in the file was made: {name}.", "a Param was drawn")
