"""What a solution of nnx-state-path-map is judged by.

The biases are random, so a rule that changes them shows; and so does one that reaches the head. A first model that was
changed after its output was taken gives the right numbers: that is for the mechanism check. It looks for what was drawn
in any model, since the second one may be built from the seed as well, and be written.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("three layers", seed=0, x=normal(4, 3, seed=1), depth=3, decay=0.5),
    case("a single layer", seed=1, x=normal(2, 5, seed=2), depth=1, decay=0.1),
    case("four layers, a batch of one", seed=42, x=-2.0 * normal(1, 2, seed=3), depth=4, decay=-0.8),
]


def drawn(run: Run) -> list[nnx.Linear]:
    """The layers as they are drawn from the seed."""
    d, rngs = run.arguments["x"].shape[1], nnx.Rngs(run.arguments["seed"])
    random = nnx.initializers.normal(1.0)
    widths = [d] * run.arguments["depth"] + [1]
    return [nnx.Linear(d, width, bias_init=random, rngs=rngs) for width in widths]


def check_first(run: Run) -> None:
    """The first model is as it was built"""
    for number, layer in enumerate(drawn(run)):
        where = f"`layers[{number}]`" if number < run.arguments["depth"] else "`head`"
        for name, held in (("kernel", layer.kernel), ("bias", layer.bias)):
            try:
                expect.variable(run, name, nnx.Param, value=held[...])
            except expect.Unmet:
                expect.fail(f"At the end no model holds the {name} that was drawn for {where}.", f"{name} changed")


def check_second(run: Run) -> None:
    """`after` comes out of a call of a model"""
    expect.answered_by(run, "nnx", part=int(np.size(run.part(0))), told="`after`")
