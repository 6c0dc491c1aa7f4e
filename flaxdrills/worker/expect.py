"""What a problem's checks.py is written with: cases, and claims about how a result came about.

A checks.py holds `CASES`, a list made with `case`, and any number of functions named `check_...` that take a
`Run`. The first line of a check's docstring is its name on the screen. Each is called with the run of every
case; it returns when the claim holds, and raises `Unmet` (by way of the functions here) when it does not.
Whatever else it raises is the problem's fault, and the verdict is then `broken`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import numpy as np
from flax import nnx

from flaxdrills.worker import spy
from flaxdrills.worker.held import (
    ATOL,
    RTOL,
    close,
    is_or_equals,
    kind_name,
    known_values,
    part_of,
    raw_kind,
    raw_of,
    role,
    same,
    shape_of,
    short,
    still_holds,
    with_article,
)
from flaxdrills.worker.run import RAISED, Case, Run, Unmet, learner_calls

__all__ = [
    "ATOL",
    "RTOL",
    "Case",
    "Run",
    "Unmet",
    "answered_by",
    "call_adds",
    "case",
    "close",
    "drawn_first",
    "fail",
    "holds",
    "init_untouched",
    "learner_calls",
    "normal",
    "param_read",
    "same",
    "some",
    "uses",
    "uses_param",
    "variable",
]

T = TypeVar("T")


def case(name: str, *, rtol: float = RTOL, atol: float = ATOL, **arguments: Any) -> Case:
    """A case with these arguments. NumPy arrays reach the function as jax arrays, numbers as floats."""
    return Case(name, arguments, rtol, atol)


def normal(*shape: int, seed: int) -> np.ndarray:
    """Values from a normal distribution, float32, of this shape; negative ones among them."""
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def fail(message: str, finding: str | None = None) -> None:
    """The claim does not hold. `finding`: see Unmet."""
    raise Unmet(message, finding)


def some(candidates: Iterable[T], claim: Callable[[T], None], otherwise: str) -> T:
    """The first candidate for which `claim` raises nothing.

    Raises Unmet: that of the last candidate, or one that says `otherwise` where there is none.
    """
    unmet = Unmet(otherwise)
    for candidate in candidates:
        try:
            claim(candidate)
        except Unmet as reason:
            unmet = reason
        else:
            return candidate
    raise unmet


def variable(
    run: Run,
    name: str,
    kind: type[nnx.Variable[Any]],
    *,
    but_not: type[nnx.Variable[Any]] | tuple[type[nnx.Variable[Any]], ...] = (),
    value: Any = None,
    shape: tuple[int, ...] | None = None,
    dtype: str | None = None,
) -> None:
    """Some module of the run holds, at attribute `name`, a variable of `kind` (or a subclass, save `but_not`).

    With `value`, it must hold that value too (broadcast to its shape); with `shape` or `dtype`, have it.
    A value that is traced is not looked at. Raises Unmet.
    """

    def claim(held: Any) -> None:
        if not isinstance(held, nnx.Variable):
            lost = any(created.name == name for created in run.recorder.created)
            fail(
                f"`{name}` is {with_article(kind_name(held))} at the end, not an nnx.{kind.__name__}"
                + (" as it was at first: something was put in the wrapper's place." if lost else "."),
                f"{name} lost its wrapper" if lost else f"{name} is a raw {raw_kind(held)}",
            )
        if not isinstance(held, kind):
            fail(
                f"`{name}` is an nnx.{role(held)}, and the task asks for an nnx.{kind.__name__}.",
                f"{name} is a {role(held)}",
            )
        if isinstance(held, but_not):
            fail(
                f"`{name}` is an nnx.{role(held)}, and the task asks for an nnx.{kind.__name__} that is not one.",
                f"{name} is a {role(held)}",
            )
        raw = held.get_raw_value()
        if shape is not None and np.shape(raw) != shape:
            fail(f"`{name}` has shape {np.shape(raw)}, and should have {shape}.", f"{name} has another shape")
        if dtype is not None and (own := str(getattr(raw, "dtype", type(raw).__name__))) != dtype:
            fail(f"`{name}` is {own}, and should be {dtype}.", f"{name} has another dtype")
        if value is not None and not spy.is_traced(raw) and not close(raw, value):
            fail(
                f"`{name}` does not hold the value that the task asks for: {short(raw)}.",
                f"{name} has another value",
            )

    some(run.variables(name), claim, f"No module that your function built has an attribute `{name}`.")


def holds(run: Run, name: str, value: Any) -> None:
    """Some module of the run holds `value` at attribute `name` at the end, in whatever wrapper, or in none.

    A value that is traced is not looked at. Raises Unmet.
    """

    def claim(held: Any) -> None:
        raw = raw_of(held)
        if not spy.is_traced(raw) and not close(raw, value):
            fail(f"`{name}` is {short(raw)} at the end, and should be {value}.", f"{name} is {short(raw)}")

    some(run.variables(name), claim, f"No module that your function built has an attribute `{name}`.")


def call_adds(run: Run, name: str, amount: float, x: Any, *, returns: Any) -> None:
    """Calling some module of the run on `x` adds `amount` to its attribute `name`, and gives `returns`.

    Calls the learner's module once more, so `name` holds another value afterwards. Where all that is held
    is traced, nothing is known, and that passes. Raises Unmet.
    """

    def claim(module: Any) -> None:
        before = np.array(raw_of(vars(module)[name]))  # a copy: a NumPy array may be added to in place
        result = learner_calls(module, x)
        after = raw_of(vars(module).get(name))
        if not close(after, before + amount):
            fail(
                f"One more call of your module took its `{name}` from {short(before)} to {short(after)},"
                f" and should have added {amount}.",
                f"a call does not add to {name}",
            )
        if not close(result, returns):
            fail("Your module does not return what the task asks for.", "a call returns something else")

    holders = [module for module in run.modules() if name in vars(module)]
    known = [module for module in holders if known_values([vars(module)[name]])]
    if known or not holders:
        some(known, claim, f"No module that your function built has an attribute `{name}`.")


def uses(run: Run, name: str) -> None:
    """The output depends on the NNX variables, or the Linen params, that were created under `name`.

    The function is called again with those values moved as they are created; the output must move too.
    Values that the function overwrites later prove nothing, and pass; so does a function that raises then,
    since it has noticed. Raises Unmet.
    """
    if name in run.recorder.params:
        try:
            uses_param(run, name)
        except Unmet as unmet:
            if unmet.finding != RAISED:
                raise
        return
    held = {id(value) for value in run.variables(name)}
    numbers = frozenset(
        i for i, created in enumerate(run.recorder.created) if created.name == name or id(created.variable) in held
    )
    if not numbers:
        fail(f"Nothing named `{name}` was created while your function ran.", f"no {name}")
    try:
        moved = run.again(spy.Shift(created=numbers))
    except Unmet:
        return
    shifted = [created for i, created in enumerate(moved.recorder.created) if i in numbers]
    kept = any(still_holds(created) for created in shifted)
    known, now = known_values(run.variables(name)), known_values(moved.variables(name))
    arrived = not (known and same(known, now))
    if kept and arrived and same(moved.output, run.output):
        fail(
            f"Another initial value of `{name}` would change nothing in your output: it is not used.",
            f"{name} is not used",
        )


def uses_param(run: Run, name: str, part: int | None = None) -> None:
    """The output, or its `part` (an index), depends on the Linen params that were created under `name`.

    Raises Unmet.
    """
    if name not in run.recorder.params:
        fail(f"No Linen module created a param `{name}` while your function ran.", f"no param {name}")
    moved = run.again(spy.Shift(param=name))
    if name in moved.recorder.params and same(part_of(moved.output, part), part_of(run.output, part)):
        where = "your output" if part is None else f"number {part + 1} of your output"
        fail(
            f"Another initial value of the param `{name}` would change nothing in {where}: it is not used.",
            f"{name} is not used" + ("" if part is None else f" in part {part}"),
        )


def answered_by(run: Run, side: str, part: int | None = None) -> None:
    """The output, or its `part` (an index), comes out of a call of a module of `side`: "nnx" or "linen".

    The function is called again with what those modules return moved; the output must move too. Where it
    raises then (it may compare the two sides itself), or jit had kept a call, nothing is known, and that
    passes. Raises Unmet.
    """
    where = "Your output" if part is None else f"Number {part + 1} of your output"
    title = {"nnx": "NNX", "linen": "Linen"}[side]
    finding = f"part {part} is not from {side}"
    if not _calls(run, side):
        fail(f"{where} should come out of a call of the {title} module, and none was called.", finding)
    try:
        moved = run.again(spy.Shift(answers=side))
    except Unmet:
        return
    if _calls(moved, side) == _calls(run, side) and same(part_of(moved.output, part), part_of(run.output, part)):
        fail(
            f"{where} does not come out of a call of the {title} module: it would be the same if that"
            " returned something else.",
            finding,
        )


def drawn_first(run: Run, name: str, value: Any) -> None:
    """The variables or params created under `name` did not hold `value` from the start: it was put there later.

    Where nothing was created, or what was is traced, nothing is known, and that passes. Raises Unmet.
    """
    shapes = {shape_of(created.value) for created in run.recorder.created if created.name == name} - {None}
    first = [created.value for created in run.recorder.created if shape_of(created.value) in shapes]
    first += [
        leaf for init in run.recorder.inits for path, leaf in init.leaves.items() if f"/{path}".endswith(f"/{name}")
    ]
    if first and all(not spy.is_traced(leaf) and close(leaf, value) for leaf in first):
        fail(
            f"`{name}` held the value from the start: it was initialised that way, and nothing was replaced.",
            f"{name} was created that way",
        )


def init_untouched(run: Run) -> None:
    """What each Linen `init` returned still holds the leaves that it held then.

    A whole collection that was popped is no harm. Raises Unmet.
    """
    for init in run.recorder.inits:
        now = spy.flat({**init.collections, **init.variables})
        inner = spy.flat(init.collections)
        for path in {**init.leaves, **now}:
            then = init.leaves.get(path)
            if not (is_or_equals(now.get(path), then) and is_or_equals(inner.get(path), then)):
                fail(f"What init returned was changed in place: `{path}` is another now.", "init was changed")


def param_read(run: Run, path: str, claim: Callable[[Any], None], otherwise: str) -> None:
    """`claim` holds for some param that a Linen module read at `path` (its end will do, such as "kernel").

    Raises Unmet: what the claim raised, or `otherwise` when nothing was read there.
    """
    values = [
        value for read, value in run.recorder.reads if (f"/{read}".endswith(f"/{path}")) and not spy.is_traced(value)
    ]
    traced = any(f"/{read}".endswith(f"/{path}") for read, _ in run.recorder.reads)
    if values or not traced:
        some(values, claim, otherwise)


def _calls(run: Run, side: str) -> int:
    """How often modules of that side were called: for Linen, how many params were made or read."""
    seen = run.recorder
    return len(seen.called) if side == "nnx" else len(seen.params) + len(seen.reads)
