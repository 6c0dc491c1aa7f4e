"""What a solution of nnx-groupnorm is judged by.

The values show which numbers share a mean. Scale and bias are ones and zeros, so a check asks for them. No two cases
share their sizes; there are several groups of several channels in two of them.
"""

import jax.numpy as jnp
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, heat, normal

CASES = [
    case("5 steps, 6 channels, 2 groups", seed=0, x=2.0 + normal(3, 5, 6, seed=1), groups=2, rtol=1e-4, atol=1e-5),
    case("a batch of one, 3 groups", seed=1, x=5.0 * normal(1, 4, 12, seed=2), groups=3, rtol=1e-4, atol=1e-5),
    case("one group", seed=7, x=-3.0 * abs(normal(2, 3, 5, seed=3)), groups=1, rtol=1e-4, atol=1e-5),
    case("a single step", seed=42, x=normal(4, 1, 8, seed=4), groups=4, rtol=1e-4, atol=1e-5),
]


def check_one_layer(run: Run) -> None:
    """One nnx.GroupNorm serves all steps"""
    expect.has_module(run, nnx.GroupNorm)
    built = sum(isinstance(module, nnx.GroupNorm) for module in run.recorder.built)
    if built > 1:
        expect.fail(f"{built} nnx.GroupNorm were built, and one should serve all steps.", "several GroupNorms")


def check_used(run: Run) -> None:
    """The output depends on its scale and its bias"""
    expect.uses(run, "scale", of=nnx.GroupNorm)
    expect.uses(run, "bias", of=nnx.GroupNorm)


def draw_reach(run: Run) -> Picture:
    x, rows = run.arguments["x"], []
    for step in range(x.shape[1]):
        change = jnp.abs(run.again(x=x.at[:, step, 0].add(1.0)).output - run.output)
        rows.append(change.max(axis=(0, 2)))
    names = [f"step {step}" for step in range(len(rows))]
    return heat("A step is changed (rows): which outputs move (columns)", jnp.stack(rows), names)
