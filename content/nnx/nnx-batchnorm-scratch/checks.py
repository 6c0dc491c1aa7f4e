"""What a solution of nnx-batchnorm-scratch is judged by.

Batches have different means and spreads, and few rows, so momentum, the two variances and the order all show. Of what
kind a Variable is, no value tells.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("four batches", batches=3.0 * normal(4, 5, 3, seed=1) + 2.0, x=normal(2, 3, seed=2), momentum=0.9, eps=0.1),
    case("one row at evaluation", batches=normal(3, 2, 4, seed=3), x=normal(1, 4, seed=4), momentum=0.4, eps=0.01),
    case("one batch", batches=normal(1, 6, 2, seed=5) - 4.0, x=5.0 * normal(3, 2, seed=6), momentum=0.75, eps=1e-3),
    case("one channel", batches=0.5 * normal(2, 3, 1, seed=7), x=normal(4, 1, seed=8), momentum=0.99, eps=0.5),
]
LAYERS = (nnx.LayerNorm, nnx.RMSNorm, nnx.BatchNorm, nnx.GroupNorm, nnx.InstanceNorm)


def check_params(run: Run) -> None:
    """`scale` and `bias` are nnx.Params"""
    d = run.arguments["x"].shape[1]
    for name in ("scale", "bias"):
        expect.variable(run, name, nnx.Param, shape=(d,))


def check_statistics(run: Run) -> None:
    """`mean` and `var` are nnx.BatchStats at the end, and hold what you return"""
    for name in ("mean", "var"):
        expect.variable(run, name, nnx.BatchStat, value=run.part(name))


def check_used(run: Run) -> None:
    """The output depends on all four"""
    for name in ("scale", "bias", "mean", "var"):
        expect.uses(run, name)


def check_own(run: Run) -> None:
    """No normalising layer of Flax does the work"""
    built = [type(module).__name__ for module in run.modules(nnx.Module) if isinstance(module, LAYERS)]
    if built:
        expect.fail(f"Your function built an nnx.{built[0]}. Compute it yourself.", f"uses {built[0]}")
