"""What a solution of nnx-layernorm-scratch is judged by.

Scale and bias are far from one and zero, rows are short, and eps is large, so each step shows in the values. Arrays
of one, two, three and four axes tell which axis was meant.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("a batch", x=2.0 * normal(3, 4, seed=1) + 1.0, scale=normal(4, seed=2), bias=normal(4, seed=3), eps=0.1),
    case("one row", x=normal(5, seed=4), scale=normal(5, seed=5), bias=normal(5, seed=6), eps=0.01),
    case("sequences", x=normal(2, 3, 6, seed=7) - 2.0, scale=normal(6, seed=8), bias=normal(6, seed=9), eps=0.5),
    case("images", x=normal(1, 3, 2, 3, seed=10), scale=normal(3, seed=11), bias=normal(3, seed=12), eps=1e-3),
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
