"""Every row of known_errors.toml is raised by the installed versions, and is the first that fits."""

from __future__ import annotations

import inspect
import logging
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import jax
import pytest

from flaxdrills.worker.explain import exception
from flaxdrills.worker.explain.known_errors import CAUSES, Cause, cause_for, cause_of
from tests.worker.explain import raising

SNIPPETS: dict[str, Callable[[], None]] = {
    name: function
    for name, function in inspect.getmembers(raising, inspect.isfunction)
    if function.__module__ == raising.__name__ and name != "layer"
}


@pytest.fixture(autouse=True)
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Neither warnings nor logs; what is written lands in a folder of the test."""
    monkeypatch.chdir(tmp_path)
    logging.disable(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    logging.disable(logging.NOTSET)


def error_of(function: Callable[[], None]) -> Exception:
    with pytest.raises(Exception) as caught:
        function()
    return caught.value


def test_every_row_has_its_code_and_all_code_has_a_row() -> None:
    assert sorted(SNIPPETS) == sorted(cause.id for cause in CAUSES)
    assert len({cause.id for cause in CAUSES}) == len(CAUSES)


@pytest.mark.parametrize("row", [cause.id for cause in CAUSES])
def test_the_row_is_the_first_that_fits_what_its_code_raises(row: str) -> None:
    error = error_of(SNIPPETS[row])
    found = cause_for(type(error), str(error))
    assert found is not None and found.id == row, f"{type(error).__name__}: {error}"


def test_a_donated_array_is_told_whoever_notices_it_first() -> None:
    noticed = {
        RuntimeError: "Array has been deleted with shape=float32[3].",
        ValueError: "INVALID_ARGUMENT: Invalid buffer passed to Execute() as argument 0 to replica 0: "
        "INVALID_ARGUMENT: Buffer has been deleted or donated.",
    }
    for kind, message in noticed.items():
        found = cause_for(kind, message)
        assert found is not None and found.id == "donated"


@pytest.mark.parametrize("cause", CAUSES, ids=[cause.id for cause in CAUSES])
def test_a_row_is_one_to_three_plain_sentences(cause: Cause) -> None:
    text = cause.text
    assert text == " ".join(text.split()) and text.endswith(".")
    assert 40 < len(text) <= 330
    assert not re.search(r"[—–!]|\bsimply\b|\bjust\b", text)


def test_the_message_stays_as_it_is_and_the_cause_stands_beside_it() -> None:
    error = error_of(SNIPPETS["contracting"])
    told = exception.raised(error, __file__, "case: one")
    assert told.message == str(error)
    assert told.cause == next(cause.text for cause in CAUSES if cause.id == "contracting")


def test_an_unknown_error_has_no_cause() -> None:
    assert cause_of(ZeroDivisionError, "division by zero") == ""
    assert cause_of(ValueError, "my own words") == ""


def test_a_learners_class_of_a_known_name_is_not_taken_for_jaxs() -> None:
    class KeyReuseError(Exception):
        """Of the learner's own making."""

    assert cause_of(KeyReuseError, "") == ""


def test_a_class_that_derives_from_a_known_one_has_its_cause() -> None:
    class Mine(jax.errors.KeyReuseError):  # type: ignore[misc]
        """Of the learner's own making."""

    assert cause_of(Mine, "") == next(cause.text for cause in CAUSES if cause.id == "key_reuse")


def test_the_class_itself_goes_before_what_it_derives_from() -> None:
    found = cause_for(jax.errors.TracerBoolConversionError, "The error arose for the first argument of jnp.unique()")
    assert found is not None and found.id == "traced_truth"


def test_a_class_that_refuses_to_be_named_is_named() -> None:
    class Nameless(type):
        @property
        def __name__(cls) -> str:  # type: ignore[override]
            raise RuntimeError("no name")

        @property
        def __mro__(cls) -> tuple[type, ...]:
            raise RuntimeError("no ancestors")

    class Fault(Exception, metaclass=Nameless):
        """Of the learner's own making."""

    told = exception.raised(Fault("strange"), __file__, "")
    assert (told.type, told.message, told.cause) == ("Fault", "strange", "")
