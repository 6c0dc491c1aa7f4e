"""What a solution of nnx-recursive-map is judged by.

The models have Linears in attributes, lists, dicts and blocks; one has a subclass that is to stay.
"""

from functools import partial

import jax
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, made, normal


class Halved(nnx.Linear):
    """A Linear of a kind of its own."""

    def __call__(self, inputs: jax.Array) -> jax.Array:
        return 0.5 * super().__call__(inputs)


class Flat(nnx.Module):
    """Two Linears, and a subclass between."""

    def __init__(self, d: int, *, rngs: nnx.Rngs) -> None:
        self.first = nnx.Linear(d, 3, rngs=rngs)
        self.middle = Halved(3, 4, rngs=rngs)
        self.last = nnx.Linear(4, 2, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.last(nnx.tanh(self.middle(nnx.tanh(self.first(x)))))


class Block(nnx.Module):
    """A Linear and a norm."""

    def __init__(self, d: int, *, rngs: nnx.Rngs) -> None:
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.norm = nnx.LayerNorm(d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return x + self.norm(nnx.relu(self.linear(x)))


class Deep(nnx.Module):
    """Blocks in a list, and heads in a dict."""

    def __init__(self, d: int, *, rngs: nnx.Rngs) -> None:
        self.blocks = nnx.List([Block(d, rngs=rngs) for _ in range(2)])
        self.heads = nnx.Dict(low=nnx.Linear(d, 1, rngs=rngs), high=nnx.Linear(d, 1, rngs=rngs))

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in self.blocks:
            x = block(x)
        return self.heads["low"](x) - self.heads["high"](x)


def _built(kind: type[Flat | Deep], d: int, seed: int) -> nnx.Module:
    return kind(d, rngs=nnx.Rngs(seed))


CASES = [
    case("lists, dicts and blocks", model=made(partial(_built, Deep, 4, 0)), x=normal(5, 4, seed=1), seed=0, rank=2),
    case("a subclass between", model=made(partial(_built, Flat, 5, 1)), x=normal(3, 5, seed=2), seed=40, rank=1),
    case("a batch of one", model=made(partial(_built, Deep, 2, 2)), x=normal(1, 2, seed=3), seed=7, rank=3),
]


def check_model_stays(run: Run) -> None:
    """The given model is as it was"""
    now = [type(module).__name__ for _, module in nnx.iter_modules(run.passed["model"])]
    before = [type(module).__name__ for _, module in nnx.iter_modules(run.case.made()["model"])]
    if now != before:
        expect.fail("The given model has other modules than before.", "the given model has other modules")
    expect.unchanged(run, "model")


def check_shared(run: Run) -> None:
    """Each Param of the given model is in the returned one"""
    there = {id(held) for held in expect.leaves(run.part("model")).values()}
    for path, held in expect.leaves(run.passed["model"]).items():
        if isinstance(held, nnx.Param) and not isinstance(held, nnx.LoRAParam) and id(held) not in there:
            expect.fail(f"The Param `{path}` of the given model is not in the returned one.", "a Param is not shared")
