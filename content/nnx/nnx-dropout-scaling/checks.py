"""What a solution of nnx-dropout-scaling is judged by.

No case has a rate of one half, with which to drop and to keep are the same. With a rate of zero nothing may change.
"""

import numpy as np

from flaxdrills.worker.expect import Picture, Run, bars, case, normal

CASES = [
    case("a fifth of 400", seed=0, x=normal(400, seed=1) + 3.0, rate=0.2),
    case("four fifths of 41", seed=5, x=normal(41, seed=2) - 2.0, rate=0.8),
    case("nothing is dropped", seed=1, x=normal(6, seed=3), rate=0.0),
    case("a quarter of 17", seed=42, x=-5.0 * normal(17, seed=4), rate=0.25),
]


def draw_means(run: Run) -> Picture:
    x, y = np.asarray(run.arguments["x"]), np.asarray(run.output)
    return bars(
        "A fifth should be dropped, and the mean should stay",
        **{"share of zeros": np.mean(y == 0), "mean of x": x.mean(), "mean of yours": y.mean()},
    )
