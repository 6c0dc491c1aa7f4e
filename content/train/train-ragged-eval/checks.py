"""What a solution of train-ragged-eval is judged by.

The last batch is short in four cases. Its rows have the largest errors in one of them and the smallest in another, so
that leaving them out shows. The bias of the layer is 1, so that a row of zeros has an error of 1, which in one case is
larger than any of a real row.
"""

from typing import Any

import numpy as np

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Run, case, normal


def cut(
    rows: int, d_in: int, d_out: int, batch: int, seed: int, last: float = 1.0, spread: float = 1.0
) -> dict[str, Any]:
    """Rows in batches; in the last batch the targets are `last` times as large."""
    x, y = spread * normal(rows, d_in, seed=seed), 1.0 + spread * normal(rows, d_out, seed=seed + 1)
    y[(rows - 1) // batch * batch :] *= last
    starts = range(0, rows, batch)
    return {name: [a[i : i + batch].astype(np.float32) for i in starts] for name, a in {"xs": x, "ys": y}.items()}


CASES = [
    case("7 rows in batches of 3", seed=0, **cut(7, 3, 2, 3, seed=1, last=3.0)),
    case("5 rows in batches of 4", seed=1, **cut(5, 2, 3, 4, seed=3, last=0.1)),
    case("one batch of one row", seed=7, **cut(1, 4, 1, 1, seed=5)),
    case("9 rows in batches of 5", seed=42, **cut(9, 1, 4, 5, seed=7, spread=0.1)),
    case("no short batch", seed=3, **cut(4, 5, 2, 2, seed=9)),
]


def check_step(run: Run) -> None:
    """`eval_step` is compiled, and traced only once"""
    expect.traced(run, "eval_step")
