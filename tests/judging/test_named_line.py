"""Which line of a learner's file a failed check is about."""

from __future__ import annotations

import pytest

from flaxdrills.judging.events import CheckKind, CheckResult
from flaxdrills.judging.named_line import with_lines

SOURCE = '''"""kernel"""

class Layer(nnx.Module):
    width: int = 3

    def __init__(self, rngs):
        self.kernel = nnx.Param(1.0)
        self.layers = [nnx.Linear(2, 3, rngs=rngs)]

    def __call__(self, x):
        return x @ self.kernel + self.param("bias", ones)


def f(x):
    layer = Layer(nnx.Rngs(0))
    layer.kernel = layer.kernel * 2
    print(layer.scale, v["params"])
    return layer(x)
'''


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("`kernel` is a jax array at the end, not an nnx.Param.", 16),
        ("`layers/0/kernel` is an int.", 8),
        ("`Layer.kernel` gets no gradient.", 3),
        ("`width` is 3, and should be 4.", 4),
        ("No Linen module created a param `bias`: `kernel` is there.", 11),
        ("`f` was traced 2 times.", 14),
        ("`scale` is missing.", 17),
        ("`params` is missing.", 17),
        ("No module has an attribute `weight`, but `kernel`.", 16),
        ("No module has an attribute `weight`.", 0),
        ("kernel is not in backticks.", 0),
        ("`x @ kernel` is no name.", 0),
    ],
)
def test_a_mechanism_is_about_the_line_that_assigns_or_names_what_it_says(message: str, line: int) -> None:
    (check,) = with_lines([CheckResult("a check", CheckKind.MECHANISM, False, message)], SOURCE)
    assert check.line == line


def test_a_line_that_the_check_itself_says_stays_and_a_pass_or_a_case_has_none() -> None:
    own = CheckResult("a", CheckKind.MECHANISM, False, "`kernel` is an int.", line=3)
    passed = CheckResult("b", CheckKind.MECHANISM, True, "`kernel` is an int.")
    case = CheckResult("c", CheckKind.CASE, False, "`kernel` is an int.")
    assert with_lines([own, passed, case], SOURCE) == (own, passed, case)


@pytest.mark.parametrize("source", ["def f(:", "\0", "(" * 10_000])
def test_a_file_that_cannot_be_read_has_no_lines(source: str) -> None:
    check = CheckResult("a", CheckKind.MECHANISM, False, "`kernel` is an int.")
    assert with_lines([check], source) == (check,)
