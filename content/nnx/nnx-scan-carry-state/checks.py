"""What a solution of nnx-scan-carry-state is judged by.

The second piece, the count and the memory show what the model remembers. A Python loop gives the same values, and has
one product for each step in the program.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("seven values and four", seed=0, first=normal(7, 3, seed=1), second=normal(4, 3, seed=2)),
    case("a single value, then five", seed=5, first=2.0 * normal(1, 4, seed=3), second=normal(5, 4, seed=4)),
    case("six values, then one", seed=11, first=-abs(normal(6, 2, seed=5)), second=normal(1, 2, seed=6)),
    case("one feature", seed=42, first=normal(3, 1, seed=7), second=3.0 * normal(9, 1, seed=8)),
]


def check_scan(run: Run) -> None:
    """The steps are in a scan"""
    found = expect.primitives(run)
    steps = run.arguments["first"].shape[0] + run.arguments["second"].shape[0]
    if found is not None and found["dot_general"] >= steps:
        expect.fail(
            f"The program of your function has {found['dot_general']} matrix products for {steps} values: each step is "
            "in it once more.",
            "each step in the program",
        )
