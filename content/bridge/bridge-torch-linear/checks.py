"""What a solution of bridge-torch-linear is judged by.

The model that is returned is compared leaf by leaf, so a bare array or a bias too many shows. The hidden layer is
square in each case, and in one the head is, too. No array is zero or symmetric.
"""

from flaxdrills.worker.expect import Case, Picture, Run, case, heat, normal


def trained(name: str, n: int, d: int, out: int, seed: int) -> Case:
    """A case with the state dict of a Rater."""
    state = {
        "mix.weight": normal(d, d, seed=seed),
        "mix.bias": normal(d, seed=seed + 1),
        "rate.weight": normal(out, d, seed=seed + 2),
    }
    return case(name, state=state, x=normal(n, d, seed=seed + 3))


CASES = [
    trained("5 rows, 4 inputs, 3 outputs", n=5, d=4, out=3, seed=0),
    trained("a batch of one, one output", n=1, d=3, out=1, seed=10),
    trained("as many outputs as inputs", n=2, d=5, out=5, seed=20),
]


def draw_kernel(run: Run) -> Picture:
    return heat("The kernel of `mix` in your model: a row is an input", run.part("model", "mix", "kernel")[...])
