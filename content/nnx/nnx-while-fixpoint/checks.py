"""What a solution of nnx-while-fixpoint is judged by.

The number of steps shows the rule: what is compared, with what it begins, and the limit. That later steps are not
computed and thrown away, only the program tells.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal

CASES = [
    case("near after some steps", seed=0, x=normal(4, 3, seed=1), scale=0.5, tol=1e-3, limit=50),
    case("one row, a large tolerance", seed=5, x=normal(1, 5, seed=2), scale=0.4, tol=0.05, limit=50),
    case("the limit comes first", seed=7, x=0.1 * normal(3, 4, seed=3), scale=6.0, tol=1e-4, limit=9),
    case("one step is enough", seed=42, x=normal(2, 2, seed=4), scale=0.3, tol=2.0, limit=20),
    case("a limit of one", seed=1, x=-abs(normal(5, 2, seed=5)), scale=0.5, tol=1e-3, limit=1),
]


def check_loop(run: Run) -> None:
    """The loop itself stops: the program has a while"""
    expect.has_primitive(run, "while")
