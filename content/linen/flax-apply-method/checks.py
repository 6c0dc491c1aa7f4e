"""What a solution of flax-apply-method is judged by.

Params depend on their names alone, so an init for each half gives the same numbers as one for the whole; and so
does running the whole model for either half. Two checks look at how it was done.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("four columns into two", seed=3, x=normal(5, 4, seed=1), latent=2),
    case("a batch of one", seed=10, x=normal(1, 7, seed=2), latent=3),
    case("wider inside", seed=21, x=normal(3, 2, seed=3), latent=6),
    case("a single number inside", seed=5, x=normal(4, 3, seed=4), latent=1),
]

LAYERS = ("encoder", "decoder")


def check_init(run: Run) -> None:
    """One init makes the params of both layers, and each is used"""
    expect.created(run, *(f"params/{layer}/{leaf}" for layer in LAYERS for leaf in ("kernel", "bias")))
    expect.follows(run)


def check_methods(run: Run) -> None:
    """z comes out of encode, and xhat out of decode"""
    expect.output_of_module(run, by_name=True)
