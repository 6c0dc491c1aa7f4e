"""What a solution of nnx-conv-causal is judged by.

Sequences are longer than the window, so the values show every dilation and the padding. The biases are zero, and a
check asks whether they are there. No two cases share their sizes.
"""

import jax.numpy as jnp
import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, heat, normal

CASES = [
    case("3 layers, 11 steps", seed=0, x=normal(2, 11, 3, seed=1), layers=3, rtol=1e-4, atol=1e-5),
    case("a batch of one, 2 layers", seed=1, x=normal(1, 6, 2, seed=2), layers=2, rtol=1e-4, atol=1e-5),
    case("a single layer", seed=7, x=-2.0 * abs(normal(3, 4, 1, seed=3)), layers=1, rtol=1e-4, atol=1e-5),
    case("shorter than the window", seed=42, x=normal(2, 7, 4, seed=4), layers=4, rtol=1e-4, atol=1e-5),
]


def check_convs(run: Run) -> None:
    """Each convolution is an nnx.Conv of width 2, with a bias"""
    expect.has_module(run, nnx.Conv)
    d = run.arguments["x"].shape[-1]
    for conv in run.modules(nnx.Conv):
        shape = tuple(conv.kernel.shape)
        if shape != (2, d, d):
            expect.fail(f"An nnx.Conv has a kernel of shape {shape}, and should have (2, {d}, {d}).", "another kernel")
        if conv.bias is None:
            expect.fail("An nnx.Conv has no bias.", "no bias")


def draw_seen(run: Run) -> Picture:
    x = run.arguments["x"]
    rows = []
    for one in (run, run.expected()):
        moved = [one.again(x=x.at[:, step].add(1.0)).output for step in range(x.shape[1])]
        rows.append([float(np.abs(now - one.output)[:, -1].max()) for now in map(jnp.asarray, moved)])
    return heat("What the last step sees: steps 0 to 10", rows, ["yours", "reference"])
