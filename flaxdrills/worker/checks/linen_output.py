"""The claim that what a function returns comes out of the module that the task names, and that this alone gives it.

The reference shows which module that is: each of its outermost calls is a role (linen_roles.py). Both functions are
called again while what plays a role returns something else, and their outputs must still agree. So whatever the
reference does after the call may be done, and nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flax import linen

from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.held_values import nearly, unmoved
from flaxdrills.worker.checks.linen_roles import Roles, Watched
from flaxdrills.worker.checks.nnx_variables import answered_by
from flaxdrills.worker.checks.observed_run import Run, Unmet
from flaxdrills.worker.spy import install_hooks


def output_of_module(run: Run, kind: type[linen.Module] = linen.Module, *, by_name: bool = False) -> None:
    """The output comes out of calls of a module of `kind` that does what the reference's does, and it gives it alone.

    By `apply`, `init_with_output`, bound, in a parent, lifted, under a transformation, in a thread. With `by_name`
    the methods have the reference's names as well, and are called from outside of the module.

    Where the output is not the reference's, in this case or with other params, other checks say so, and it is only
    asked that it comes out of some call of a Linen module. Where the function raises when it is called again (it may
    compare the output itself), or takes values out of a module by an interceptor, nothing is known, and that passes.
    Raises Unmet.
    """
    if run.recorder.intercepts:
        return
    if not _is_right(run):
        answered_by(run, "linen")
        return
    roles = Roles(run.case.rtol, run.case.atol, kind, by_name)
    expected = run.expected(install_hooks.Shift(whole=roles.of_reference))
    try:
        watched, moved = _moved(run, roles, run.again)
        kept = _calls(moved) < _calls(run) or bool(run.recorder.earlier)
        if kept and not _agree(run, moved.output, expected.output):
            watched, moved = _moved(run, roles, run.again_traced)
    except Unmet:
        return
    if not _agree(run, moved.output, expected.output):
        _tell(run, roles, watched, moved.output, expected.output)


def modules_run(run: Run, kind: type[linen.Module] = linen.Module) -> list[Any]:
    """The Linen modules of `kind` of which a method ran, in whatever way: init, apply, bound, in a parent, lifted."""
    return [call.module for call in run.recorder.linen_calls if isinstance(call.module, kind)]


def _is_right(run: Run) -> bool:
    """Whether the output is the reference's, also when every param is created with another value."""
    expected = run.expected()
    if not _agree(run, run.output, expected.output):
        return False
    shift = install_hooks.Shift(every_param=True)
    try:
        moved = run.again(shift)
    except Unmet:
        return True
    expected = run.expected(shift)
    kept = not moved.recorder.param_values and _calls(moved) < max(1, _calls(run))  # by jit
    return kept or _agree(run, moved.output, expected.output)


def _moved(run: Run, roles: Roles, again: Callable[[install_hooks.Shift], Run]) -> tuple[list[Watched], Run]:
    """The calls of Linen modules when the function is called again, and that run, in which they are moved."""
    watched: list[Watched] = []
    return watched, again(install_hooks.Shift(whole=roles.watch(watched)))


def _calls(run: Run) -> int:
    return len(run.recorder.linen_calls)


def _tell(run: Run, roles: Roles, watched: list[Watched], moved: Any, expected: Any) -> None:
    """Say what was seen in place of calls of the module that gives the output."""
    played = [one for one in watched if one.role is not None]
    partly = [one for one in watched if one.holds_all]
    if not watched:
        fail("Your output should come out of a call of a Linen module, and none was called.", "no call")
    if not any(issubclass(one.kind, roles.kind) for one in watched):
        name = roles.kind.__name__
        fail(f"Your output should come out of a call of an nn.{name}, and none was called.", f"no call of {name}")
    methods = sorted({role.method for role in roles.found} - {"__call__"}) if roles.by_name else []
    missing = [method for method in methods if method not in (one.method for one in watched)]
    if missing:
        listed = " and no method ".join(f"`{method}`" for method in missing)
        from_outside = [one for one in watched if not one.initialising]
        fail(
            f"No method {listed} was called from outside of the module. Called were: {_titles(from_outside)}.",
            f"no call of {missing}, but of {sorted({_kind(one) for one in from_outside})}",
        )
    where = _where(run, moved, expected)
    if not played and partly:
        fail(
            f"{where} does not come out of {partly[-1].title} alone: called on its own, with other params and"
            " another input, it does not return what your function would. A part of the work is done outside.",
            "the module alone gives something else",
        )
    called = _titles(one for one in watched if not one.initialising)
    if not played:
        fail(f"{where} comes out of calls of parts ({called}), and of no call of the whole module.", "only parts")
    _tell_played(run, where, played, methods, moved, called)


def _tell_played(run: Run, where: str, played: list[Watched], methods: list[str], moved: Any, called: str) -> None:
    if methods:
        listed = " or ".join(f"`{method}`" for method in methods)
        fail(f"{where} is not what a call of the method {listed} returned.", f"{where}: not out of the method")
    title = played[-1].title
    if not unmoved(run.output, moved):
        fail(
            f"{where} is not what {title} returned: something else was done to it, or for a part of it.",
            "not only the module",
        )
    if all(one.initialising for one in played):
        beside = f" Outside of `init` these were called: {called}." if called != "nothing" else ""
        fail(
            f"{title} ran only in `init`, and your output does not come out of that: it would be the same if"
            f" {title} returned something else.{beside}",
            "the module was only initialised",
        )
    fail(
        f"{title} was called, and your output does not come out of that call: it would be the same if {title}"
        " returned something else.",
        "not out of the module",
    )


def _where(run: Run, moved: Any, expected: Any) -> str:
    """The entry of a returned dict that is not as it should be, or the output as a whole."""
    if isinstance(moved, Mapping) and isinstance(expected, Mapping):
        for key in expected:
            if not _agree(run, moved.get(key), expected[key]):
                return f"`{key}` of what your function returned"
    return "Your output"


def _titles(watched: Iterable[Watched]) -> str:
    return ", ".join(dict.fromkeys(one.title for one in watched)) or "nothing"


def _kind(one: Watched) -> str:
    """What was called, without names that a learner chose."""
    return one.kind.__name__ if one.kind.__module__.startswith("flax.") else "an own module"


def _agree(run: Run, ours: Any, theirs: Any) -> bool:
    return nearly(ours, theirs, run.case.rtol, run.case.atol)
