"""What a solution of bridge-old-optimizer is judged by.

The columns have means of their own, so that a shift which was filled with one number, or trained, shows.
"""

from flaxdrills.worker.expect import Case, Picture, Run, case, curve, normal


def data(name: str, n: int, d: int, out: int, *, seed: int, lr: float, steps: int) -> Case:
    """A case whose columns have means of their own."""
    x = 2 * normal(d, seed=seed + 80) + normal(n, d, seed=seed + 81)
    return case(name, atol=2e-4, rtol=2e-4, seed=seed, x=x, y=normal(n, out, seed=seed + 82), lr=lr, steps=steps)


CASES = [
    data("8 rows, ten steps", 8, 3, 2, seed=0, lr=0.05, steps=10),
    data("a batch of one, one step", 1, 5, 1, seed=7, lr=0.02, steps=1),
    data("six outputs, three steps", 5, 2, 6, seed=42, lr=0.1, steps=3),
]


def draw_losses(run: Run) -> Picture:
    return curve("The loss before each step", yours=run.part("losses"), reference=run.expected().part("losses"))
