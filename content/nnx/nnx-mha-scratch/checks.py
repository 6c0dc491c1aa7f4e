"""What a solution of nnx-mha-scratch is judged by.

The Linears have no biases: those would be zero, and hide one that is missing. Large inputs make the softmax sharp, so
that a wrong scale shows. In one case there are as many heads as positions, so that an axis that is taken for the other
raises nothing.
"""

from flax import nnx

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

BUILT_IN = expect.watch("nnx.dot_product_attention", "jax.nn.dot_product_attention")

CASES = [
    case("5 positions, 3 heads", seed=0, x=2.0 * normal(5, 12, seed=1), num_heads=3),
    case("one position", seed=1, x=normal(1, 6, seed=2), num_heads=2),
    case("one head", seed=7, x=3.0 * normal(7, 4, seed=3), num_heads=1),
    case("4 positions, 4 heads of width 4", seed=42, x=2.0 * normal(4, 16, seed=4), num_heads=4),
]


def check_written_out(run: Run) -> None:
    """The attention is written out"""
    if run.modules(nnx.MultiHeadAttention):
        expect.fail("There is an nnx.MultiHeadAttention, and the task asks for one of your own.", "built-in attention")
    expect.calls_not(run, BUILT_IN)
