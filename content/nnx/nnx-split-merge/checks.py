"""What a solution of nnx-split-merge is judged by.

The bias is random and tanh bends, so the values tell what was scaled. They cannot tell what became of the
first model once its output was taken, nor whether there is a second one at all.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("doubled", seed=0, x=normal(3, 4, seed=1), features=2, s=2.0),
    case("a batch of one, negative", seed=5, x=normal(1, 5, seed=2), features=3, s=-0.5),
    case("a single feature", seed=11, x=normal(4, 3, seed=3), features=1, s=0.25),
    case("a square kernel", seed=3, x=normal(2, 4, seed=4), features=4, s=-1.5),
    case("a single input", seed=42, x=normal(5, 1, seed=5), features=6, s=3.0),
]


def drawn(run: Run) -> nnx.Linear:
    """The linear layer as it is drawn from the seed."""
    random = nnx.initializers.normal(1.0)
    rngs = nnx.Rngs(run.arguments["seed"])
    return nnx.Linear(run.arguments["x"].shape[1], run.arguments["features"], bias_init=random, rngs=rngs)


def check_original(run: Run) -> None:
    """The first model holds what was drawn"""
    layer = drawn(run)
    expect.variable(run, "kernel", nnx.Param, value=layer.kernel[...])
    expect.variable(run, "bias", nnx.Param, value=layer.bias[...])


def check_scaled(run: Run) -> None:
    """A second model holds s times as much"""
    layer, s = drawn(run), run.arguments["s"]
    expect.variable(run, "kernel", nnx.Param, value=s * layer.kernel[...])
    expect.variable(run, "bias", nnx.Param, value=s * layer.bias[...])


def check_outputs(run: Run) -> None:
    """Both outputs come out of calls of a model"""
    expect.answered_by(run, "nnx", part=0, of="linear", told="The first output")
    expect.answered_by(run, "nnx", part=-1, of="linear", told="The second output")
