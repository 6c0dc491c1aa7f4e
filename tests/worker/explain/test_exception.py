"""What a learner is told of an exception."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import pytest

from flaxdrills.known_errors.causes import CAUSES
from flaxdrills.worker.explain import exception
from flaxdrills.worker.explain.cause_of_exception import cause_of
from flaxdrills.worker.run import load_module


def test_the_message_stays_as_it_is_and_the_cause_stands_beside_it() -> None:
    with pytest.raises(TypeError) as caught:
        jnp.ones((2, 3)) @ jnp.ones((4, 5))
    told = exception.raised(caught.value, __file__, "case: one")
    assert told.message == str(caught.value)
    assert told.cause == next(cause.text for cause in CAUSES if cause.id == "contracting")


def test_a_learners_class_of_a_known_name_is_not_taken_for_jaxs() -> None:
    class KeyReuseError(Exception):
        """Of the learner's own making."""

    assert cause_of(KeyReuseError, "") is None


def test_a_class_that_derives_from_a_known_one_has_its_cause() -> None:
    class Mine(jax.errors.KeyReuseError):  # type: ignore[misc]
        """Of the learner's own making."""

    found = cause_of(Mine, "")
    assert found is not None and found.id == "key_reuse"


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


@pytest.mark.parametrize(
    ("line", "shown"), [("x = 1\u00a0+ 2", "x = 1\\xa0+ 2"), ("\u00a0\u3000x = 1", "\\xa0\\u3000x = 1")]
)
def test_a_blank_that_python_refuses_is_shown(line: str, shown: str) -> None:
    with pytest.raises(SyntaxError) as caught:
        load_module.load(f"y = 1\n  \n{line}\n", "blank.py", "solution")
    told = exception.raised(caught.value, "blank.py", "")
    assert "U+00A0" in told.message
    assert [(frame.line, frame.text) for frame in told.frames] == [(3, shown)]
