"""What a solution of nnx-dict-of-heads is judged by.

Heads in attributes of their own, or in a dict that NNX takes for configuration, give the same numbers. The
paths in the state tell them apart.
"""

from __future__ import annotations

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("two rows", seed=0, x=normal(2, 3, seed=1)),
    case("a batch of one", seed=1, x=normal(1, 3, seed=2)),
    case("five rows, another seed", seed=42, x=normal(5, 3, seed=3)),
    case("seven negative rows", seed=9, x=-10.0 * abs(normal(7, 3, seed=4))),
]

PATHS = ("heads/a/bias", "heads/a/kernel", "heads/b/bias", "heads/b/kernel")


def check_paths(run: Run) -> None:
    """The Params of the module are at heads/a and heads/b"""
    holders = [module for module in run.modules() if "heads" in vars(module)]
    expect.some(
        holders,
        lambda module: expect.paths(expect.learner_calls(nnx.state, module, nnx.Param), *PATHS),
        "No module that your function built has an attribute `heads`.",
    )


def check_used(run: Run) -> None:
    """The output depends on the kernels and the biases"""
    expect.uses(run, "kernel")
    expect.uses(run, "bias")


def check_call(run: Run) -> None:
    """What you return is what a call of the module gives for x"""
    expect.call_gives(run, "heads", run.arguments["x"])
