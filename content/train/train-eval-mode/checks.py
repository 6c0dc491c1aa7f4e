"""What a solution of train-eval-mode is judged by.

Each layer that is in training mode in an evaluation shows in the evaluations; one that moves its averages there shows
in the means, too. A test set of one row has no variance at all.
"""

from typing import Any

from flaxdrills.worker.expect import Case, Picture, Run, case, curve, normal


def data(name: str, n: int, m: int, d: int, out: int, **others: Any) -> Case:
    """A case of n rows and m test rows, whose mean is not 0."""
    rows = 1.0 + 2.0 * normal(n + m, d, seed=n)
    answers = 0.5 * rows @ normal(d, out, seed=d + 50)
    return case(name, x=rows[:n], y=answers[:n], x_test=rows[n:], y_test=answers[n:], **others)


CASES = [
    data("12 rows, 4 test rows, 12 steps", 12, 4, 3, 2, seed=0, lr=0.1, steps=12),
    data("a single test row", 5, 1, 4, 3, seed=5, lr=0.05, steps=3),
    data("one output, one step", 7, 6, 2, 1, seed=11, lr=0.2, steps=1),
]


def draw_evals(run: Run) -> Picture:
    return curve("The loss on the test rows", yours=run.part("evals"), reference=run.expected().part("evals"))
