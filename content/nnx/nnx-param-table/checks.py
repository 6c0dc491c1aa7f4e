"""What a solution of nnx-param-table is judged by.

The models hold keys, statistics and a Param of a subclass, and have paths of different lengths. Twelve blocks tell
whether "blocks/1" and "blocks/10" share a row.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, bars, case, made


class Gain(nnx.Param):
    """A Param of the model's own type."""


class Block(nnx.Module):
    def __init__(self, width: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(width, width + 1, rngs=rngs)
        self.norm = nnx.BatchNorm(width + 1, rngs=rngs)
        self.drop = nnx.Dropout(0.1, rngs=rngs)


class Net(nnx.Module):
    def __init__(self, depth: int):
        rngs = nnx.Rngs(depth)
        self.blocks = nnx.List([Block(2 + i, rngs=rngs) for i in range(depth)])
        self.heads = nnx.Dict(left=nnx.Linear(2, 1, rngs=rngs), right=nnx.Linear(2, 5, use_bias=False, rngs=rngs))
        self.gain = Gain(nnx.initializers.ones(rngs.params(), (7,)))
        self.seen = nnx.Variable(nnx.initializers.zeros(rngs.params(), (3,)))


CASES = [
    case("by attribute", model=made(lambda: Net(3)), depth=1),
    case("by block", model=made(lambda: Net(12)), depth=2),
    case("three steps", model=made(lambda: Net(2)), depth=3),
    case("deeper than any path", model=made(lambda: Net(1)), depth=9),
    case("a layer alone", model=made(lambda: nnx.Linear(4, 3, rngs=nnx.Rngs(0))), depth=1),
    case("no Params", model=made(lambda: nnx.Dropout(0.5, rngs=nnx.Rngs(0))), depth=1),
]


def check_unchanged(run: Run) -> None:
    """The model that was passed is as it was"""
    expect.unchanged(run, "model")


def draw_table(run: Run) -> Picture:
    return bars("Parameters of each part", **run.output)
