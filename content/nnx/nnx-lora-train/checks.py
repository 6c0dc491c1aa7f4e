"""What a solution of nnx-lora-train is judged by.

The base is handed in, so whether it stayed and whether it is in the model are seen on the object itself.
"""

from functools import partial

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, made, normal


def _trained(d_in: int, d_out: int, seed: int) -> nnx.Linear:
    return nnx.Linear(d_in, d_out, bias_init=nnx.initializers.normal(0.5), rngs=nnx.Rngs(seed))


CASES = [
    case(
        "rank 2, 8 steps", base=made(partial(_trained, 6, 5, 1)), seed=0, x=normal(7, 6, seed=1),
        y=normal(7, 5, seed=2), rank=2, lr=0.05, steps=8,
    ),
    case(
        "rank 1, a batch of one", base=made(partial(_trained, 3, 4, 2)), seed=3, x=normal(1, 3, seed=3),
        y=normal(1, 4, seed=4) - 1.0, rank=1, lr=0.1, steps=3,
    ),
    case(
        "one output, a rank above it", base=made(partial(_trained, 4, 1, 3)), seed=8, x=normal(5, 4, seed=5),
        y=normal(5, 1, seed=6), rank=3, lr=0.02, steps=2,
    ),
]  # fmt: skip


def check_base_is_shared(run: Run) -> None:
    """The base in the model is the given one, and no copy"""
    kernel = expect.leaf(run.part("model"), "base_module/kernel")
    if kernel is not run.passed["base"].kernel:
        expect.fail("The kernel in the returned model is not the Param of `base`: it is a copy.", "a copy of base")


def check_means(run: Run) -> None:
    """The optimizer keeps running means for the adapter only"""
    for optimizer in run.objects(nnx.Optimizer):
        means = [path.split("/") for path in expect.leaves(optimizer.opt_state) if "mu" in path.split("/")]
        names = sorted(path[-1] for path in means)
        if names != ["lora_a", "lora_b"]:
            listed = ", ".join(names) or "nothing"
            told = f"The optimizer keeps running means for {listed}, and should for lora_a and lora_b."
            expect.fail(told, f"means for {listed}")


def draw_losses(run: Run) -> Picture:
    return curve("The loss in training", yours=run.part("losses"), reference=run.expected().part("losses"))
