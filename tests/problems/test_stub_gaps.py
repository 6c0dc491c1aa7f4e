"""What a stub leaves to be done, and which files still leave it."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem_files import read_file
from flaxdrills.problems.stub_gaps import gaps_of, is_half_written

STUB = '''"""The task."""

from flax import nnx


class Given(nnx.Module):
    def __call__(self, x):
        return x


class Model(nnx.Module):
    def __init__(self, rngs):
        raise NotImplementedError("create self.linear")

    def __call__(self, x):
        # One layer. There should be two.
        return self.linear(x)


def function(seed, x):
    print(x.shape)
    # In place of these zeros: the output of a
    # Model.
    return x * 0
'''
INIT = 'raise NotImplementedError("create self.linear")'
CALL = "return self.linear(x)"
FUNCTION = "return x * 0"
DONE = STUB.replace(INIT, "self.linear = 1").replace(CALL, "return self.out(x)").replace(FUNCTION, "return Model()(x)")
STYLES = Path(__file__).parents[1] / "styles"


def test_what_is_marked_is_left_to_be_done_and_nothing_else() -> None:
    gaps = gaps_of(STUB)
    assert set(gaps.statements) == {"Model.__init__", "function"}
    assert set(gaps.bodies) == {"Model.__call__"}


def test_a_file_in_which_all_is_done_is_not_half_written() -> None:
    assert not is_half_written(STUB, DONE)


@pytest.mark.parametrize(
    "source",
    [
        STUB,
        STUB.replace(INIT, "self.linear = 1").replace(CALL, "return self.out(x)"),
        DONE.replace("self.linear = 1", INIT),
        DONE.replace("self.linear = 1", f"self.a = 1\n        {INIT}"),
        DONE.replace("return self.out(x)", CALL),
        DONE.replace("return self.out(x)", f"# Of my own.\n        print(x)\n\n        {CALL}"),
        DONE.replace("return Model()(x)", f"model = Model()\n    {FUNCTION}"),
        DONE.replace("return Model()(x)", '"""Doc."""\n    return x*0  # for now'),
    ],
)
def test_a_file_that_keeps_a_gap_is_half_written(source: str) -> None:
    assert is_half_written(STUB, source)


@pytest.mark.parametrize(
    "source",
    [
        DONE.replace("return Model()(x)", f"return Model()(x)\n    {FUNCTION}"),
        DONE.replace("return Model()(x)", "if seed:\n        return x * 0\n    return Model()(x)"),
        DONE.replace("return self.out(x)", "x = x + 1\n        return self.linear(x)"),
        f"{DONE}\n\ndef other(seed, x):\n    return x * 0\n",
        "x = 1\n",
        "def function(:\n",
        f"{DONE}\nNUMBERS = [{'1, ' * 40000}]\n{STUB}",
    ],
)
def test_what_is_not_reached_or_elsewhere_or_cannot_be_parsed_is_no_gap(source: str) -> None:
    assert not is_half_written(STUB, source)


def test_every_shipped_stub_is_half_written_and_no_right_solution_is(catalogue: Catalogue) -> None:
    for problem in catalogue:
        stub = read_file(problem, "stub.py")
        # Not only because it is the stub itself, unless that is a whole program.
        assert is_half_written(stub, stub if problem.form.begins_whole else f"{stub}\n# A comment.\n"), problem.id
        right = [problem.folder / "solution.py", *(STYLES / problem.id).glob("right_*.py")]
        assert [path for path in right if is_half_written(stub, path.read_text())] == [], problem.id
