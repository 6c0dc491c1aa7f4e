"""What a solution of nnx-merge-aliasing is judged by.

The outputs, and what the models hold at the end, show each kernel that was written to by accident. What is a copy has
the same values, and is told from what is shared by looking at the Variables.
"""

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, bars, case, normal

CASES = [
    case("two rows", seed=0, x=normal(2, 4, seed=1)),
    case("one row", seed=5, x=2.0 * normal(1, 3, seed=2)),
    case("one column", seed=42, x=normal(5, 1, seed=3) - 1.0),
]


def check_shared(run: Run) -> None:
    """Each silenced model shares all other Variables with the model"""
    for i in range(3):
        for layer in range(3):
            for name in ("kernel", "bias"):
                if (layer, name) != (i, "kernel"):
                    path = f"layers/{layer}/{name}"
                    expect.shared(run.output, f"model/{path}", f"silenced/{i}/{path}")


def draw_effects(run: Run) -> Picture:
    outputs = run.part("outputs")
    effects = {f"without layer {i}": abs(outputs[i + 1] - outputs[0]).mean() for i in range(3)}
    return bars("How far the output moves", **effects)
