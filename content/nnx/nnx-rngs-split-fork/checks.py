"""What a solution of nnx-rngs-split-fork is judged by.

All of it is in the values: members that are alike, rounds that are alike, noise of each member's own.
"""

from flaxdrills.worker.expect import Picture, Run, case, heat, normal

CASES = [
    case("nine members, three rounds", seed=0, x=normal(4, 3, seed=1), n=9, rounds=3),
    case("two members, one row", seed=5, x=3.0 * normal(1, 6, seed=2), n=2, rounds=2),
    case("as many members as rows", seed=42, x=-abs(normal(5, 2, seed=3)), n=5, rounds=4),
]


def draw_first_row(run: Run) -> Picture:
    names = [f"round {number}" for number in range(run.arguments["rounds"])]
    return heat("What each member answers to the first row", run.output[:, :, 0], names)
