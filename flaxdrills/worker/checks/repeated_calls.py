"""Claims that are proven by calling the function again: under JAX's guards, with other arguments, listened to."""

from __future__ import annotations

import contextlib
import io
import os
import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import jax

from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.observed_run import RAISED, Run, Unmet, tried
from flaxdrills.worker.outcome import first_line, heard


def keys_used_once(run: Run) -> None:
    """No PRNG key is used twice: jax.debug_key_reuse does not object. Raises Unmet."""
    error = _raised(run, jax.debug_key_reuse(True), lambda error: isinstance(error, jax.errors.KeyReuseError))
    if error is not None:
        fail(f"A key is used twice. JAX says: {first_line(error)}", "a key is used twice")


def leaks_nothing(run: Run) -> None:
    """No tracer outlives its transformation: jax.checking_leaks does not object. Raises Unmet."""
    error = _raised(run, jax.checking_leaks(), _is_leak)
    if error is not None:
        fail(f"A traced value outlives its transformation. JAX says: {first_line(error)}", "a tracer leaks")


def makes_no_nan(run: Run) -> None:
    """No NaN is computed on the way: jax.debug_nans does not object. Raises Unmet."""
    error = _raised(run, jax.debug_nans(True), lambda error: isinstance(error, FloatingPointError))
    if error is not None:
        fail(f"A NaN is computed on the way, even if the result has none: {first_line(error)}", "a NaN on the way")


def refuses(run: Run, error: type[BaseException], message: str = "", **arguments: Any) -> None:
    """Called with these arguments in place of its own, the function raises an `error` that says `message`.

    Raises Unmet.
    """
    told = ", ".join(f"{name} = {_short(value)}" for name, value in arguments.items())
    wanted = f"{error.__name__}" + (f" that says {message!r}" if message else "")
    raised = tried(run.call, run.case.made() | arguments).error
    if raised is None:
        fail(f"With {told} nothing is raised; it should raise a {wanted}.", "nothing raised")
    if not isinstance(raised, error):
        fail(f"With {told} it raises {type(raised).__name__}, and should raise a {wanted}.", type(raised).__name__)
    if message not in str(raised):
        fail(f"With {told} it says {first_line(raised)!r}, and should raise a {wanted}.", "another message")


def printed(run: Run, claim: str | Callable[[str], bool], otherwise: str = "") -> str:
    """What the function prints contains `claim`, or the claim holds for it; jax.debug.print included.

    It is called once more for that, and what jit had kept is forgotten first. Returns what was printed.
    Raises Unmet.
    """
    jax.clear_caches()
    text = io.StringIO()
    with contextlib.redirect_stdout(text), contextlib.redirect_stderr(io.StringIO()):
        outcome = heard(run.call, run.case.made())
        jax.effects_barrier()
    if outcome.error is not None:
        fail(f"Called once more it raised {outcome.told}", RAISED)
    got = text.getvalue()
    if not (claim in got if isinstance(claim, str) else claim(got)):
        fail(otherwise or f"Your function should print {claim!r}; it printed {got[:200]!r}.", "another print")
    return got


def warns_not(run: Run, kind: type[Warning] = DeprecationWarning, part: str = "") -> None:
    """Called once more, the function gives no warning of `kind` that contains `part`. Raises Unmet.

    What jit had kept is forgotten first.
    """
    jax.clear_caches()
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        with contextlib.suppress(Unmet):
            run.again()
    for warning in seen:
        if issubclass(warning.category, kind) and part in str(warning.message):
            fail(f"It warns: {first_line(warning.message)}", f"warns {kind.__name__}")


def wrote(run: Run, name: str, *patterns: str) -> None:
    """The folder that was given as the argument `name` holds something now that fits each pattern ("*", "step_1/*").

    Raises Unmet.
    """
    folder = Path(os.fspath(run.arguments[name]))
    found = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*"))]
    for pattern in patterns or ("*",):
        if not any(fnmatch(path, pattern) for path in found):
            listed = ", ".join(found[:8]) or "nothing"
            fail(f"In `{name}` there is no {pattern!r} after the call: there is {listed}.", f"no {pattern}")


def _raised(
    run: Run, guard: AbstractContextManager[Any], told: Callable[[BaseException], bool]
) -> BaseException | None:
    """What the guard raised, if that is what is `told` of; anything else says nothing."""
    with guard:
        error = tried(run.call, run.case.made()).error
    return error if error is not None and told(error) else None


def _is_leak(error: BaseException) -> bool:
    return isinstance(error, jax.errors.UnexpectedTracerError) or str(error).startswith("Leaked")


def _short(value: Any) -> str:
    return f"an array of shape {value.shape}" if hasattr(value, "shape") else repr(value)
