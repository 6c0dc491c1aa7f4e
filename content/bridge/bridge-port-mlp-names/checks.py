"""What a solution of bridge-port-mlp-names is judged by.

Every layer is square, so that nothing is refused. Six blocks have twelve layers, whose names are not in the order of
their numbers when they are sorted as texts.
"""

import numpy as np

from flaxdrills.worker.expect import Case, Picture, Run, case, heat, normal


def trained(name: str, depth: int, n: int, d: int, seed: int) -> Case:
    """A case with variables of Blocks, biases included, the names in the order of texts."""
    params = {
        f"Dense_{number}": {
            "kernel": normal(d, d, seed=seed + 2 * number) / 2,
            "bias": normal(d, seed=seed + 2 * number + 1) / 2,
        }
        for number in sorted(range(2 * depth), key=str)
    }
    return case(name, atol=1e-4, rtol=1e-4, variables={"params": params}, x=normal(n, d, seed=seed + 90))


CASES = [
    trained("one block", depth=1, n=4, d=3, seed=0),
    trained("six blocks, a batch of one", depth=6, n=1, d=4, seed=100),
    trained("three blocks", depth=3, n=2, d=5, seed=200),
]


def draw_output(run: Run) -> Picture:
    rows = np.stack([run.part("y")[0], run.expected().part("y")[0]])
    return heat("The first row of y", rows, names=["yours", "Linen"])
