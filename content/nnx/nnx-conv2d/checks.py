"""What a solution of nnx-conv2d is judged by.

The values show the kernel's shape and the padding. The bias is zero at first, so a check looks for it. No two cases
share their sizes, and moments, bands and channels differ.
"""

import jax.numpy as jnp
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, heat, normal

CASES = [
    case("2 sounds, 7 moments, 6 bands", seed=0, x=normal(2, 7, 6, 3, seed=1), features=4),
    case("a batch of one, one channel", seed=1, x=normal(1, 9, 4, 1, seed=2), features=2),
    case("fewer moments than the kernel has", seed=7, x=-2.0 * abs(normal(3, 3, 5, 2, seed=3)), features=1),
]


def check_layer(run: Run) -> None:
    """An nnx.Conv is used"""
    expect.has_module(run, nnx.Conv)


def check_used(run: Run) -> None:
    """The output depends on kernel and bias of the nnx.Conv"""
    expect.uses(run, "kernel", of=nnx.Conv)
    expect.uses(run, "bias", of=nnx.Conv)


def draw_reach(run: Run) -> Picture:
    dark = jnp.zeros((1, *run.arguments["x"].shape[1:]))
    lit = dark.at[0, 3, 3].set(1.0)
    change = jnp.abs(run.again(x=lit).output - run.again(x=dark).output).sum(axis=(0, -1))
    return heat("What moment 3, band 3 reaches (a row is a moment)", change)
