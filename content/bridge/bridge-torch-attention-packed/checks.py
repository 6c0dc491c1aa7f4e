"""What a solution of bridge-torch-attention-packed is judged by.

The arrays of the model are compared, too: no output shows the bias of the key. In one case there are as many heads as
numbers in each, in one the heads are of width 1.
"""

import numpy as np

from flaxdrills.worker.expect import Case, Picture, Run, case, heat, normal


def trained(name: str, n: int, t: int, d: int, num_heads: int, seed: int) -> Case:
    """A case with the state dict of a Mixer."""
    half = np.float32(0.5)
    state = {
        "norm.weight": np.float32(1.0) + half * normal(d, seed=seed),
        "norm.bias": half * normal(d, seed=seed + 1),
        "attn.in_proj_weight": half * normal(3 * d, d, seed=seed + 2),
        "attn.in_proj_bias": normal(3 * d, seed=seed + 3),
        "attn.out_proj.weight": half * normal(d, d, seed=seed + 4),
        "attn.out_proj.bias": normal(d, seed=seed + 5),
    }
    return case(name, atol=2e-4, rtol=1e-4, state=state, x=normal(n, t, d, seed=seed + 6), num_heads=num_heads)


CASES = [
    trained("2 sequences, 2 heads of width 3", n=2, t=4, d=6, num_heads=2, seed=0),
    trained("one position, heads of width 1", n=1, t=1, d=4, num_heads=4, seed=10),
    trained("3 heads of width 3", n=1, t=5, d=9, num_heads=3, seed=20),
]


def draw_change(run: Run) -> Picture:
    change = (run.part("y") - run.arguments["x"])[0]
    return heat("What the attention adds to the first sequence: a row is a position", change)
