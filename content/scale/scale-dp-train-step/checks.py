"""What a solution of scale-dp-train-step is judged by."""

from typing import Any

from flaxdrills.worker import expect
from flaxdrills.worker.expect import Picture, Run, normal


def case(name: str, **arguments: Any) -> expect.Case:
    """A case whose values agree as far as sums in another order do, over some steps of Adam."""
    return expect.case(name, rtol=1e-3, atol=1e-4, **arguments)


CASES = [
    case("two rows a device", seed=0, x=normal(16, 3, seed=1), y=normal(16, 1, seed=2), lr=0.1, steps=3),
    case("one row a device", seed=1, x=normal(8, 2, seed=3), y=normal(8, 1, seed=4) - 1.0, lr=0.02, steps=4),
    case("three rows, one input", seed=7, x=normal(24, 1, seed=5), y=normal(24, 1, seed=6), lr=0.05, steps=2),
]


def check_model_is_whole_everywhere(run: Run) -> None:
    """The model is whole on each device"""
    expect.replicated(run.part("model"), devices=8)


def check_rows_are_split(run: Run) -> None:
    """The devices work on different rows, and exchange what they find"""
    # To compile takes long, and one case shows it.
    if run.case is CASES[0]:
        expect.exchanged(run)


def check_step_is_traced_once(run: Run) -> None:
    """`step` is traced once"""
    expect.traced(run, "step")


def draw_traffic(run: Run) -> Picture:
    return expect.traffic(run)
