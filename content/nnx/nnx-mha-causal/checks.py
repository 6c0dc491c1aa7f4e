"""What a solution of nnx-mha-causal is judged by.

In the case with large values the future has the largest scores, so weights that are divided up anew after the softmax
are divided by zero there. In "very large values" some scores that count are far below -100.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, case, heat, normal

RISING = np.linspace(1.0, 30.0, 6, dtype=np.float32)[:, None]

CASES = [
    case("8 positions, 2 heads", seed=0, x=2.0 * normal(8, 6, seed=1), num_heads=2),
    case("one position", seed=1, x=normal(1, 4, seed=2), num_heads=2),
    case(
        "large values", seed=7, x=RISING * (normal(1, 9, seed=3) + 0.1 * normal(6, 9, seed=4)), num_heads=3, rtol=1e-3
    ),
    case("very large values", seed=3, x=25.0 * normal(4, 6, seed=8), num_heads=3, rtol=1e-3),
    case("3 positions, 3 heads", seed=42, x=normal(3, 12, seed=5), num_heads=3),
]


def draw_weights(run: Run) -> Picture:
    return heat("What each position (a row) sees, first head", np.asarray(run.part("weights"))[0])
