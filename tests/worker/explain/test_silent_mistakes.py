"""Habits that raise no error are noted, and right code is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem_files import read_file
from flaxdrills.worker.explain.silent_mistakes import silent_mistakes

STYLES = Path(__file__).parents[2] / "styles"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("x.at[0].set(1)", "line 1: `x.at[...].set(...)` changes nothing"),
        ("if a:\n    self.y.at[i, j].add(2.0)", "Write `self.y = self.y.at[...].add(...)`."),
        ("h = nn.Dense(3, 4)(x)", "its second argument is `use_bias`"),
        ("class M(nnx.Module):\n    def setup(self):\n        pass", "line 2: `setup` is never called"),
        ("class M(nnx.Module):\n    def forward(self, x):\n        return x", "`forward` is never called"),
        (
            "class M(nn.Module):\n    @nn.compact\n    def forward(self, x):\n        return x",
            "`forward` is never called",
        ),
    ],
)
def test_a_habit_is_noted(source: str, says: str) -> None:
    (note,) = silent_mistakes(source)
    assert says in note


@pytest.mark.parametrize(
    "source",
    [
        "x = x.at[0].set(1)",
        "f(x.at[0].set(1))",
        "x.at[0].get()",
        "nn.Dense(3, False)",
        "nnx.Linear(3, 4, rngs=rngs)",
        "Dense(3, 4)",
        "class M(nn.Module):\n    def setup(self):\n        pass",
        "class M(nnx.Module):\n    def __init__(self):\n        self.setup()\n    def setup(self):\n        pass",
        "class M(nnx.Module):\n    def forward(self, x):\n        return x\nM().forward(1)",
        "class M(nnx.Module):\n    def __call__(self, x):\n        pass\n    def forward(self, x):\n        pass",
        "class M(nn.Module):\n    def forward(self, x):\n        pass\nM().apply({}, method='forward')",
        "class M(nnx.Module):\n    def forward(self, x):\n        pass\nnnx.jit(M.forward)",
        "def f(:",
        "x" + "+x" * 20_000,
        "a\0b",
    ],
)
def test_what_is_right_or_cannot_be_read_has_no_note(source: str) -> None:
    assert silent_mistakes(source) == []


def test_no_reference_has_a_note(catalogue: Catalogue) -> None:
    assert [problem.id for problem in catalogue if silent_mistakes(read_file(problem, "solution.py"))] == []


def test_no_right_style_has_a_note() -> None:
    styles = sorted(STYLES.rglob("right_*.py"))
    assert len(styles) > 100
    assert [(path.name, notes) for path in styles if (notes := silent_mistakes(path.read_text("utf-8")))] == []
