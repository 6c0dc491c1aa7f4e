"""What a solution of train-weight-decay-mask is judged by.

The decay is so strong that a scale or a bias that takes part in it is off by several times the tolerance.
"""

from flaxdrills.worker.expect import Picture, Run, bars, case, normal

CASES = [
    case(
        "three blocks",
        rtol=1e-3,
        atol=1e-4,
        seed=0,
        x=normal(7, 4, seed=1),
        y=1.0 + normal(7, 2, seed=2),
        depth=3,
        lr=0.02,
        decay=1.5,
        steps=15,
    ),
    case(
        "one block, a batch of one",
        rtol=1e-3,
        atol=1e-4,
        seed=1,
        x=normal(1, 3, seed=3),
        y=normal(1, 5, seed=4),
        depth=1,
        lr=0.05,
        decay=1.0,
        steps=3,
    ),
    case(
        "one output",
        rtol=1e-3,
        atol=1e-4,
        seed=7,
        x=normal(5, 2, seed=5),
        y=normal(5, 1, seed=6) - 2.0,
        depth=4,
        lr=0.03,
        decay=0.8,
        steps=6,
    ),
]


def draw_scales(run: Run) -> Picture:
    def mean_scale(run: Run) -> float:
        return float(run.part("params", "blocks", "norm", "scale").mean())

    return bars(
        "The mean of the norms' scales",
        start=1.0,
        yours=mean_scale(run),
        reference=mean_scale(run.expected()),
    )
