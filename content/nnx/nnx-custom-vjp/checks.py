"""What a solution of nnx-custom-vjp is judged by.

All is in the gradient of the encoder: sign, lam, what is shortened and what is not. The cases have rows of both kinds,
and lam on both sides of one.
"""

import numpy as np

from flaxdrills.worker.expect import case, normal

SIZES = np.array([[0.1], [9.0], [0.5], [0.2], [4.0]], np.float32)

CASES = [
    case(
        "five rows, short and long",
        seed=0,
        x=normal(5, 4, seed=1),
        y=normal(5, 2, seed=2),
        z=SIZES * normal(5, 1, seed=3),
        lam=0.5,
    ),
    case(
        "one long row",
        seed=5,
        x=2.0 * normal(1, 3, seed=4),
        y=normal(1, 2, seed=5),
        z=9.0 + normal(1, 1, seed=6),
        lam=2.0,
    ),
    case(
        "one short row",
        seed=7,
        x=normal(1, 2, seed=7),
        y=normal(1, 2, seed=8),
        z=0.1 * normal(1, 1, seed=9),
        lam=1.5,
    ),
    case(
        "three rows, one input",
        seed=42,
        x=-abs(normal(3, 1, seed=10)),
        y=normal(3, 2, seed=11),
        z=-3.0 * normal(3, 1, seed=12),
        lam=0.1,
    ),
]
