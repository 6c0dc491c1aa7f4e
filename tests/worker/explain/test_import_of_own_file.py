"""A solution is one file: said where the learner's own file was to be imported, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaxdrills.worker.explain.exception import raised
from flaxdrills.worker.run import load_module


def told(folder: Path, line: str) -> str:
    filename = str(folder / "mine.py")
    try:
        load_module.load(f"{line}\n", filename, "solution")
    except ImportError as error:
        return raised(error, filename, "loading the file").cause
    raise AssertionError(line)


@pytest.mark.filterwarnings("ignore:can't resolve package:ImportWarning")
@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("import own_helper", "`own_helper.py`"),
        ("from own_helper import *", "`own_helper.py`"),
        ("import own_helper.part as part", "`own_helper.py`"),
        ("from own_folder.part import x", "`own_folder/`"),
        ("import nnx_other_one", "`nnx-other-one.py`"),
        ("from .own_helper import x", "`own_helper.py`"),
        ("from . import own_helper", "`own_helper.py`"),
        ("from .nowhere import x", "another file"),
    ],
)
def test_what_lies_beside_a_solution_is_not_loaded_with_it(tmp_path: Path, line: str, named: str) -> None:
    (tmp_path / "own_folder").mkdir()
    for name in ("own_helper.py", "nnx-other-one.py", "own_folder/part.py"):
        (tmp_path / name).write_text("x = 1\n")
    assert told(tmp_path, line).startswith(f"A solution is one file: {named} is not loaded with it.")


@pytest.mark.parametrize("line", ["import own_helper", "from flax import own_helper", "import flax.own_helper"])
def test_what_is_missing_anywhere_is_told_as_ever(tmp_path: Path, line: str) -> None:
    (tmp_path / "own_helper.txt").write_text("")
    (tmp_path / "flax.py").write_text("")
    if "flax" in line:
        (tmp_path / "own_helper.py").write_text("")
        (tmp_path / "flax.py").unlink()
    assert "one file" not in told(tmp_path, line)
