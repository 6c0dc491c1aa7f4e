"""What a solution of train-checkpoint-resume is judged by.

In the first case the names of the checkpoints do not sort as text as their numbers do. In the last one there is one
start, so that only the check goes on. No two cases share their shapes.
"""

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal, scratch


def batches(steps: int, n: int, d_in: int, d_out: int, seed: int) -> dict[str, np.ndarray]:
    """Batches of the sine of a sum of the inputs."""
    rule = 0.7 * normal(d_in, d_out, seed=seed)
    xs = 1.0 + 2.0 * normal(steps, n, d_in, seed=seed + 1)
    return {"xs": xs.astype(np.float32), "ys": np.sin(xs @ rule).astype(np.float32)}


CLOSE = {"rtol": 1e-3, "atol": 1e-4}
CASES = [
    case("three starts", seed=0, **batches(15, 4, 2, 1, seed=1), stops=(9, 12, 14), folder=scratch(), **CLOSE),
    case("two starts", seed=5, **batches(5, 2, 3, 2, seed=11), stops=(1, 3), folder=scratch(), **CLOSE),
    case("one start", seed=11, **batches(4, 3, 1, 3, seed=21), stops=(2,), folder=scratch(), **CLOSE),
]


def check_on_disk(run: Run) -> None:
    """What is on disk is enough to go on"""
    expect.wrote(run, "folder", "*")
    if len(run.arguments["stops"]) > 2:
        # Each start takes its time. What is on disk after three of them, the third one has shown.
        return
    steps, made = len(run.arguments["xs"]), run.arguments["stops"][-1]
    later = np.asarray(run.again(folder=run.arguments["folder"], stops=(steps,)).part("losses"))
    if later.shape != (steps - made,):
        told = f"has {len(np.ravel(later))} losses, and should have {steps - made}"
        expect.fail(f"Called once more, to go on to step {steps}, your function {told}.", "another number of losses")
    whole = np.asarray(run.expected(stops=(steps,)).part("losses"))[made:]
    if not expect.close(later, whole, **CLOSE):
        first = int(np.argmax(~np.isclose(later, whole, **CLOSE)))
        told = (
            f"The loss before step {made + first} is {later[first]:.6g}, and {whole[first]:.6g} in a run without a stop"
        )
        expect.fail(f"Called once more, your function goes on in another way. {told}.", "goes on in another way")


def draw_losses(run: Run) -> Picture:
    reference = run.expected(stops=run.arguments["stops"][-1:])
    own, reference = (np.ravel(one.part("losses")) for one in (run, reference))
    return curve("The loss before each step, over all starts", yours=own, reference=reference)
