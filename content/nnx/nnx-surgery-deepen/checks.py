"""What a solution of nnx-surgery-deepen is judged by.

The biases of the small model are drawn, as those of a trained one would be.
"""

import jax
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, made, normal


class Stack(nnx.Module):
    """The class of the stub, for the models that are handed in."""

    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs) -> None:
        drawn = nnx.initializers.normal(0.5)
        self.layers = nnx.List([nnx.Linear(d, d, bias_init=drawn, rngs=rngs) for _ in range(depth)])

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


CASES = [
    case("between two of three", small=made(lambda: Stack(4, 3, rngs=nnx.Rngs(0))), x=normal(5, 4, seed=1), at=2),
    case("at the end", small=made(lambda: Stack(3, 2, rngs=nnx.Rngs(1))), x=normal(2, 3, seed=2), at=2),
    case("after the first of four", small=made(lambda: Stack(2, 4, rngs=nnx.Rngs(2))), x=normal(1, 2, seed=3), at=1),
    case("a single layer", small=made(lambda: Stack(5, 1, rngs=nnx.Rngs(3))), x=normal(6, 5, seed=4), at=1),
]


def check_small_is_kept(run: Run) -> None:
    """The small model is as it was"""
    expect.unchanged(run, "small")


def check_apart(run: Run) -> None:
    """No Param is in both models"""
    expect.apart(run.part("model"), run.passed["small"])
