"""Where in a solution file to begin."""

from __future__ import annotations

import pytest

from flaxdrills.editors.line_to_begin import line_to_edit
from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.system.paths import content_folder

DOCSTRING = '"""What to do.\n\nMore.\n"""\n\nimport jax\n\n\n'


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("def f(x):\n    return x\n", 10),
        ("@jax.jit\ndef f(\n    x,\n):\n    # Look here.\n    return x\n", 14),
        ('def f(x):\n    """What it does."""\n    return x\n', 11),
        ('def f(x):\n    """What it does."""\n', 10),
        ('class A:\n    def g(self):\n        raise NotImplementedError("h")\n\n\ndef f(x):\n    return A()\n', 11),
        ("def g(x):\n    return x\n\n\ndef f(x): return x\n", 13),
        ("def g(x):\n    return x\n", 9),
        ("def f(x:\n    return (\n", 9),
        ("x = 1\n", None),
        ("\0", None),
    ],
)
def test_it_is_the_gap_else_the_body_of_the_function(code: str, line: int | None) -> None:
    assert line_to_edit(DOCSTRING + code, "f") == line


def test_in_every_stub_it_is_below_the_docstring() -> None:
    for problem in load_catalogue(content_folder()):
        stub = (problem.folder / "stub.py").read_text()
        line = line_to_edit(stub, problem.function)
        assert line is not None
        assert line > stub.count("\n", 0, stub.index('"""', 3)) + 1, problem.id


def test_a_large_file_is_not_parsed() -> None:
    large = f"{'x = 1' + chr(10)}" * 10_000
    assert line_to_edit(f"{large}def f():\n    return 1\n", "f") == 10_001
