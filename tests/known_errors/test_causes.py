"""Every row of the tables is raised by the installed versions, and is the first that fits."""

from __future__ import annotations

import importlib
import inspect
import logging
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import flaxdrills.known_errors.causes
from flaxdrills.known_errors.causes import CAUSES, TABLES, Cause, cause_for, read_table
from flaxdrills.worker.explain.cause_of_exception import cause_of


def examples_of(table: str) -> dict[str, Callable[[], object]]:
    """The functions that raise the rows of `table`: each is named as its row is.

    `row__more` is a second one, `row__mended` does what the row advises.
    """
    module = importlib.import_module(f"tests.known_errors.raising.{table}")
    return {
        name: function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


MENDED = "__mended"
"""How the name of a function ends that does what a row advises, and so raises nothing."""

_CODE = {name: function for table in TABLES for name, function in examples_of(table).items()}
EXAMPLES = {name: function for name, function in _CODE.items() if not name.endswith(MENDED)}
MENDED_EXAMPLES = {name: function for name, function in _CODE.items() if name.endswith(MENDED)}


@pytest.fixture(autouse=True)
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Neither warnings nor logs; what is written lands in a folder of the test."""
    monkeypatch.chdir(tmp_path)
    logging.disable(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    logging.disable(logging.NOTSET)


def test_every_table_is_read() -> None:
    folder = Path(flaxdrills.known_errors.causes.__file__).parent
    assert sorted(path.stem for path in folder.glob("*.toml") if "cause" in path.read_text()) == sorted(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_its_code_and_all_code_has_a_row(table: str) -> None:
    rows = [cause.id for cause in read_table(table)]
    assert sorted({name.partition("__")[0] for name in examples_of(table)}) == sorted(rows)
    assert set(rows) <= set(examples_of(table))


def test_no_two_rows_have_the_same_id() -> None:
    assert len({cause.id for cause in CAUSES}) == len(CAUSES)
    assert len(_CODE) == sum(len(examples_of(table)) for table in TABLES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_row_is_the_first_that_fits_what_its_code_raises(example: str) -> None:
    with pytest.raises(Exception) as caught:
        EXAMPLES[example]()
    error = caught.value
    found = cause_of(type(error), str(error), error.__traceback__)
    assert found is not None and found.id == example.partition("__")[0], f"{found} for {type(error).__name__}: {error}"


@pytest.mark.parametrize("example", MENDED_EXAMPLES)
def test_what_a_row_advises_raises_nothing(example: str) -> None:
    MENDED_EXAMPLES[example]()


@pytest.mark.parametrize("cause", CAUSES, ids=[cause.id for cause in CAUSES])
def test_a_row_is_one_to_three_plain_sentences(cause: Cause) -> None:
    text = cause.text
    assert text == " ".join(text.split()) and text.endswith(".")
    assert 40 < len(text) <= 330
    assert not re.search(r"[—–!]|\bsimply\b|\bjust\b", text)


def test_a_donated_array_is_told_whoever_notices_it_first() -> None:
    noticed = {
        "builtins.RuntimeError": "Array has been deleted with shape=float32[3].",
        "builtins.ValueError": "INVALID_ARGUMENT: Invalid buffer passed to Execute() as argument 0 to replica 0: "
        "INVALID_ARGUMENT: Buffer has been deleted or donated.",
    }
    for kind, message in noticed.items():
        found = cause_for([kind, "builtins.Exception"], message)
        assert found is not None and found.id == "donated"


def test_an_unknown_error_has_no_cause() -> None:
    assert cause_for(["builtins.ZeroDivisionError", "builtins.Exception"], "division by zero") is None
    assert cause_for(["builtins.ValueError", "builtins.Exception"], "my own words") is None


def test_a_class_of_a_known_name_that_is_nobodys_known_to_us_is_not_taken_for_jaxs() -> None:
    assert cause_for(["mine.KeyReuseError", "builtins.Exception"], "") is None
    assert cause_for(["jax.errors.KeyReuseError", "builtins.Exception"], "") is not None


def test_the_class_itself_goes_before_what_it_derives_from() -> None:
    message = "The error arose for the first argument of jnp.unique()"
    base = "jax.errors.ConcretizationTypeError"
    found = cause_for(["jax.errors.TracerBoolConversionError", base, "builtins.TypeError"], message)
    assert found is not None and found.id == "traced_truth"
    found = cause_for([base, "builtins.TypeError"], message)
    assert found is not None and found.id == "varying_length"
