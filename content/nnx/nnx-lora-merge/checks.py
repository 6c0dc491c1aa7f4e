"""What a solution of nnx-lora-merge is judged by.

No case is square, so that a swapped product raises. B is drawn: zeros would hide everything.
"""

from functools import partial

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, made, normal


def _adapted(d_in: int, rank: int, d_out: int, seed: int) -> nnx.LoRA:
    rngs = nnx.Rngs(seed)
    drawn = nnx.initializers.normal(0.5)
    base = nnx.Linear(d_in, d_out, bias_init=drawn, rngs=rngs)
    return nnx.LoRA(d_in, rank, d_out, base_module=base, b_initializer=drawn, rngs=rngs)


CASES = [
    case("5 batches", adapted=made(partial(_adapted, 4, 2, 3, 0)), xs=normal(5, 6, 4, seed=1)),
    case("a rank of one", adapted=made(partial(_adapted, 3, 1, 7, 1)), xs=normal(2, 1, 3, seed=2)),
    case("one batch, one output", adapted=made(partial(_adapted, 5, 3, 1, 2)), xs=normal(1, 4, 5, seed=3)),
]


def check_products(run: Run) -> None:
    """The queue costs one matrix product a batch, and one more"""
    most = run.arguments["xs"].shape[0] + 1
    found = expect.primitives(run)
    if found is not None and found["dot_general"] > most:
        expect.fail(
            f"The jaxpr of your function has {found['dot_general']} matrix products, and {most} are enough.",
            "too many products",
        )


def check_adapted_stays(run: Run) -> None:
    """The adapted layer is as it was"""
    expect.unchanged(run, "adapted")


def check_apart(run: Run) -> None:
    """No Param of the layer is in the adapted one"""
    expect.apart(run.part("layer"), run.passed["adapted"])
