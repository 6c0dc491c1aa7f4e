"""Writes where the learner's own files are."""

import pathlib

path = pathlib.Path(__file__).parent / "written_by_a_solution"


def replace_kernel(seed, x, features, replacement_value):
    path.write_text("here I was")
    path.unlink()
    raise RuntimeError("it could")
