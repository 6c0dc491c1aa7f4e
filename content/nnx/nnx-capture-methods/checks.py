"""What a solution of nnx-capture-methods is judged by.

The models of the cases differ in what their forward passes do; one has more than ten blocks.
"""

from functools import partial

import jax
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, bars, case, made, normal


class Block(nnx.Module):
    """A block with a layer and a method of its own."""

    def __init__(self, d: int, *, rngs: nnx.Rngs) -> None:
        drawn = nnx.initializers.normal(0.5)
        self.linear = nnx.Linear(d, d, bias_init=drawn, rngs=rngs)

    def squash(self, x: jax.Array) -> jax.Array:
        """Between -1 and 1."""
        return nnx.tanh(x)

    def __call__(self, x: jax.Array) -> jax.Array:
        return 2.0 * self.squash(self.linear(x))


class Chain(nnx.Module):
    """The blocks one after the other."""

    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs) -> None:
        self.blocks = nnx.List([Block(d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in self.blocks:
            x = block(x)
        return x


class Backwards(Chain):
    """From the last to the first, with a relu between."""

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in reversed(self.blocks):
            x = nnx.relu(block(x))
        return x


class Skips(Chain):
    """Residual, with a head."""

    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs) -> None:
        super().__init__(d, depth, rngs=rngs)
        self.head = nnx.Linear(d, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in self.blocks:
            x = x + 0.5 * block(x)
        return self.head(x)


def _built(kind: type[Chain], d: int, depth: int, seed: int) -> Chain:
    return kind(d, depth, rngs=nnx.Rngs(seed))


CASES = [
    case("skips, and a head", model=made(partial(_built, Skips, 3, 4, 0)), x=normal(6, 3, seed=1)),
    case("from the last to the first", model=made(partial(_built, Backwards, 4, 3, 1)), x=normal(5, 4, seed=2)),
    case("12 blocks, a batch of one", model=made(partial(_built, Skips, 2, 12, 2)), x=normal(1, 2, seed=3)),
    case("one after the other", model=made(partial(_built, Chain, 5, 2, 3)), x=normal(3, 5, seed=4)),
]


def check_one_pass(run: Run) -> None:
    """Each layer is called once"""
    layers = [one for _, one in nnx.iter_modules(run.case.made()["model"]) if isinstance(one, nnx.Linear)]
    expect.calls_module(run, nnx.Linear, times=len(layers))


def check_model_stays(run: Run) -> None:
    """The model is as it was"""
    expect.unchanged(run, "model")


def draw_spread(run: Run) -> Picture:
    spread = run.part("spread")
    return bars("How far the output of each block spreads", **{f"block {i}": value for i, value in enumerate(spread)})
