"""What a solution of nnx-tree-groups is judged by.

Each round rests on the memory of the one before, so lost writes show from the second round on. A loop over the users
gives the same values, and shows in the program.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("three rounds, five users", seed=0, xs=normal(3, 5, 2, seed=1)),
    case("two rounds, one user", seed=5, xs=2.0 * normal(2, 1, 4, seed=2)),
    case("as many users as features", seed=11, xs=-abs(normal(2, 4, 4, seed=3))),
    case("one round", seed=42, xs=1.0 + normal(1, 6, 3, seed=4)),
]


def check_together(run: Run) -> None:
    """All users answer at once"""
    found = expect.primitives(run)
    rounds, users, _ = run.arguments["xs"].shape
    if found is not None and users > 2 and found["dot_general"] >= rounds * users:
        expect.fail(
            f"The program has {found['dot_general']} matrix products for {rounds} rounds of {users} users: they answer "
            "one after the other.",
            "one after the other",
        )
