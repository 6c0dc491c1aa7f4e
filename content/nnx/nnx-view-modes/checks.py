"""What a solution of nnx-view-modes is judged by.

The losses, and the averages in the returned models, tell which layers normalised with what. The modes and what is
shared are looked at in the two models.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, case, curve, normal

CASES = [
    case("six steps", seed=0, x=2.0 * normal(6, 3, seed=1) + 1.0, y=normal(6, 2, seed=2) + 1.0, steps=6),
    case("one step", seed=5, x=normal(4, 5, seed=3), y=normal(4, 2, seed=4), steps=1),
    case("three steps, one column", seed=42, x=normal(9, 1, seed=5) - 2.0, y=3.0 * normal(9, 2, seed=6), steps=3),
]
VARIABLES = (
    *(f"{norm}/{name}" for norm in ("frozen", "live") for name in ("scale", "bias", "mean", "var")),
    "linear/kernel",
    "linear/bias",
)


def check_modes(run: Run) -> None:
    """The model is in its training modes, and what is served in eval mode"""
    for name, norm, wanted in (
        ("model", "frozen", True),
        ("model", "live", False),
        ("served", "frozen", True),
        ("served", "live", True),
    ):
        found = bool(expect.leaf(run.output, f"{name}/{norm}/use_running_average"))
        if found != wanted:
            expect.fail(
                f'In `"{name}"`, `{norm}.use_running_average` is {found}, and should be {wanted}.',
                f"{name}/{norm} is {found}",
            )


def check_shared(run: Run) -> None:
    """Both have the same Variables"""
    for path in VARIABLES:
        expect.shared(run.output, f"model/{path}", f"served/{path}")


def draw_losses(run: Run) -> Picture:
    return curve("The loss at each evaluation", yours=run.part("losses"), reference=run.expected().part("losses"))
