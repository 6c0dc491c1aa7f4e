"""What a solution of bridge-to-nnx-dense is judged by.

The head starts with zeros, so whatever the wrapper draws plays no part. The variables that go back show whether they
came in, and whether they were trained.
"""

from flaxdrills.worker.expect import Case, Picture, Run, case, curve, normal


def trained(name: str, n: int, d: int, out: int, lr: float, steps: int, seed: int) -> Case:
    """A case with variables of an Encoder, biases included."""
    params = {
        "Dense_0": {"kernel": normal(d, 6, seed=seed), "bias": normal(6, seed=seed + 1)},
        "Dense_1": {"kernel": normal(6, 4, seed=seed + 2), "bias": normal(4, seed=seed + 3)},
    }
    x, y = normal(n, d, seed=seed + 4), normal(n, out, seed=seed + 5)
    return case(name, atol=1e-4, rtol=1e-4, variables={"params": params}, x=x, y=y, lr=lr, steps=steps)


CASES = [
    trained("7 rows, ten steps", n=7, d=3, out=2, lr=0.1, steps=10, seed=0),
    trained("a batch of one, one output", n=1, d=5, out=1, lr=0.05, steps=3, seed=10),
    trained("one step", n=4, d=2, out=3, lr=0.2, steps=1, seed=20),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
