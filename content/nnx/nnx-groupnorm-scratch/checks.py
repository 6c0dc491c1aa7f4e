"""What a solution of nnx-groupnorm-scratch is judged by.

Channels have means of their own, so that groups of other channels give other numbers; hence also the tolerance. One
case has a group of all channels, which the stub can do already, and one has groups of one.
"""

import numpy as np
from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal


def channels(x: np.ndarray) -> np.ndarray:
    """`x` with a mean and a spread of its own in each channel."""
    steps = np.arange(1, x.shape[-1] + 1, dtype=np.float32)
    return x * steps / 3 + steps


CASES = [
    case(
        "images",
        x=channels(normal(2, 3, 4, 6, seed=1)),
        scale=normal(6, seed=2),
        bias=normal(6, seed=3),
        groups=2,
        eps=0.1,
        rtol=1e-4,
        atol=1e-4,
    ),
    case(
        "sounds",
        x=channels(normal(3, 5, 6, seed=4)),
        scale=normal(6, seed=5),
        bias=normal(6, seed=6),
        groups=3,
        eps=0.01,
        rtol=1e-4,
        atol=1e-4,
    ),
    case(
        "one group",
        x=channels(normal(2, 3, 4, seed=7)),
        scale=normal(4, seed=8),
        bias=normal(4, seed=9),
        groups=1,
        eps=0.5,
        rtol=1e-4,
        atol=1e-4,
    ),
    case(
        "groups of one channel",
        x=channels(normal(1, 2, 3, 4, seed=10)),
        scale=normal(4, seed=11),
        bias=normal(4, seed=12),
        groups=4,
        eps=1e-3,
        rtol=1e-4,
        atol=1e-4,
    ),
]
LAYERS = (nnx.LayerNorm, nnx.RMSNorm, nnx.BatchNorm, nnx.GroupNorm, nnx.InstanceNorm)


def check_params(run: Run) -> None:
    """`scale` and `bias` are nnx.Params that hold what was given"""
    for name in ("scale", "bias"):
        expect.variable(run, name, nnx.Param, value=run.arguments[name])


def check_call(run: Run) -> None:
    """What you return is what a call of the module gives for x"""
    expect.call_gives(run, "scale", run.arguments["x"])


def check_own(run: Run) -> None:
    """No normalising layer of Flax does the work"""
    built = [type(module).__name__ for module in run.modules(nnx.Module) if isinstance(module, LAYERS)]
    if built:
        expect.fail(f"Your function built an nnx.{built[0]}. Compute it yourself.", f"uses {built[0]}")
