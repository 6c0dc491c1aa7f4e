"""What a solution of nnx-lstm-cell-loop is judged by.

Memory and output differ from the first step on; batch, time and features differ in each case but one, where the input
is as wide as the state.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, heat, normal

CASES = [
    case("two sequences of five steps", seed=0, x=normal(2, 5, 3, seed=1), features=4),
    case("a batch of one, one step", seed=3, x=2.0 * normal(1, 1, 2, seed=2), features=3),
    case("as many features as inputs", seed=42, x=normal(3, 4, 2, seed=3) - 1.0, features=2),
]


def check_cell(run: Run) -> None:
    """An nnx.LSTMCell is called, in a loop of your own"""
    expect.calls_module(run, nnx.LSTMCell)
    if run.modules(nnx.RNN):
        expect.fail("An nnx.RNN was built, and the loop in it is not yours.", "nnx.RNN")


def draw_outputs(run: Run) -> Picture:
    outputs = run.part("outputs")[0].T
    return heat("The first sequence: a row for each feature, a column for each step", outputs)
