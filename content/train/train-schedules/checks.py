"""What a solution of train-schedules is judged by.

The factors are so far from 1 that a drop in the wrong epoch, or in each update, shows in the rates. One case has a
milestone after its end, and one has no milestone within it. The number of batches is never that of the epochs.
"""

from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case(
        "three batches, six epochs",
        rtol=1e-4,
        atol=1e-5,
        seed=0,
        xs=normal(3, 5, 4, seed=1),
        ys=1.0 + normal(3, 5, 2, seed=2),
        lr=0.08,
        milestones=(2, 4, 9),
        factor=0.4,
        fade=0.85,
        epochs=6,
    ),
    case(
        "a batch of one",
        rtol=1e-4,
        atol=1e-5,
        seed=1,
        xs=normal(4, 1, 3, seed=3),
        ys=normal(4, 1, 1, seed=4),
        lr=0.05,
        milestones=(1, 2),
        factor=0.3,
        fade=0.6,
        epochs=3,
    ),
    case(
        "one batch",
        rtol=1e-4,
        atol=1e-5,
        seed=7,
        xs=normal(1, 6, 2, seed=5),
        ys=normal(1, 6, 3, seed=6) - 1.0,
        lr=0.1,
        milestones=(3,),
        factor=0.1,
        fade=0.9,
        epochs=5,
    ),
    case(
        "one epoch",
        rtol=1e-4,
        atol=1e-5,
        seed=42,
        xs=normal(5, 2, 1, seed=7),
        ys=normal(5, 2, 2, seed=8),
        lr=0.1,
        milestones=(2,),
        factor=0.5,
        fade=0.5,
        epochs=1,
    ),
]


def draw_rates(run: Run) -> Picture:
    return curve("The learning rate of each step", yours=run.part("rates"), reference=run.expected().part("rates"))
