"""What a solution of nnx-vmap-ensemble is judged by.

Kernels that differ show in all three parts of the output, and so does a part that is no module. That the members
answer at once, the values do not tell.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, bars, case, normal

CASES = [
    case("five members", seed=0, x=normal(7, 3, seed=1), y=normal(7, 2, seed=2), n=5),
    case("two members, one row", seed=4, x=normal(1, 4, seed=3), y=2.0 * normal(1, 1, seed=4), n=2),
    case("as many members as inputs", seed=9, x=normal(5, 6, seed=5), y=-normal(5, 3, seed=6), n=6),
    case("as many members as rows", seed=42, x=3.0 * normal(8, 2, seed=7), y=normal(8, 4, seed=8), n=8),
]


def check_one_pass(run: Run) -> None:
    """All members answer in one pass"""
    found = expect.primitives(run)
    if found is None:
        return
    for name in ("scan", "while"):
        if found[name]:
            expect.fail(f"There is a loop in the program of your function: a `{name}`.", f"a {name}")
    products, members = found["dot_general"], run.arguments["n"]
    if products > 2 and products >= members:
        expect.fail(
            f"The program of your function has {products} matrix products for {members} members: they answer one "
            "after the other.",
            "one after the other",
        )


def draw_losses(run: Run) -> Picture:
    return bars("The loss of each member", **{f"member {i}": loss for i, loss in enumerate(run.part(1))})
