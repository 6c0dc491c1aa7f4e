"""What a problem's checks.py is written with: cases, and claims about how a result came about.

A checks.py holds `CASES`, a list made with `case`, and any number of functions named `check_...` that take a
`Run`. The first line of a check's docstring is its name on the screen. Each is called with the run of every
case; it returns when the claim holds, and raises `Unmet` (by way of the functions here) when it does not.
Whatever else it raises is the problem's fault, and the verdict is then `broken`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import jax
import numpy as np
from flax import nnx

from flaxdrills.worker import spy
from flaxdrills.worker.quiet import muted

T = TypeVar("T")

RTOL = 1e-5
ATOL = 1e-6
RAISED = "raised"
"""The finding when the learner's function raises on being called again by a check."""


class Unmet(Exception):
    """A claim that does not hold. The message is written to the learner."""

    def __init__(self, message: str, finding: str | None = None) -> None:
        super().__init__(message)
        self.finding = message if finding is None else finding
        """The same for everyone who makes the same mistake, whatever names they chose."""


@dataclass(frozen=True, slots=True)
class Case:
    """One set of arguments for the task's function, and how near to the reference the result must be."""

    name: str
    arguments: Mapping[str, Any]
    rtol: float = RTOL
    atol: float = ATOL


def case(name: str, *, rtol: float = RTOL, atol: float = ATOL, **arguments: Any) -> Case:
    """A case with these arguments. NumPy arrays reach the function as jax arrays, numbers as floats."""
    return Case(name, arguments, rtol, atol)


def normal(*shape: int, seed: int) -> np.ndarray:
    """Values from a normal distribution, float32, of this shape; negative ones among them."""
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


@dataclass(frozen=True)
class Run:
    """One call of the learner's function, and what was seen during it."""

    case: Case
    arguments: Mapping[str, Any]
    """What the function was given."""
    output: Any
    recorder: spy.Recorder
    call: Callable[[Mapping[str, Any]], Any] = field(repr=False)
    """The learner's function on a set of arguments."""

    def modules(self, kind: type[Any] = nnx.Module) -> list[Any]:
        """The NNX modules of `kind` that were built, called, or returned, without repeats."""
        seen = list(self.recorder.modules)
        for module in _reachable(self.output):
            if not any(module is other for other in seen):
                seen.append(module)
        return [module for module in seen if isinstance(module, kind)]

    def variables(self, name: str) -> list[Any]:
        """What the attribute `name` holds now in each module that has one."""
        return [vars(module)[name] for module in self.modules() if name in vars(module)]

    def again(self, shift: spy.Shift) -> Run:
        """The same call once more, with some values moved as they are created. What it prints is dropped.

        Raises Unmet when the learner's function raises this time.
        """
        with muted(), spy.recording(shift) as recorder:
            output = _learners(self.call, self.arguments)
        return replace(self, output=output, recorder=recorder)


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
                f"`{name}` is {_article(_kind_name(held))} at the end, not an nnx.{kind.__name__}"
                + (" as it was at first: something was put in the wrapper's place." if lost else "."),
                f"{name} lost its wrapper" if lost else f"{name} is a raw {_raw_kind(held)}",
            )
        if not isinstance(held, kind):
            fail(
                f"`{name}` is an nnx.{_role(held)}, and the task asks for an nnx.{kind.__name__}.",
                f"{name} is a {_role(held)}",
            )
        if isinstance(held, but_not):
            fail(
                f"`{name}` is an nnx.{_role(held)}, and the task asks for an nnx.{kind.__name__} that is not one.",
                f"{name} is a {_role(held)}",
            )
        raw = held.get_raw_value()
        if shape is not None and np.shape(raw) != shape:
            fail(f"`{name}` has shape {np.shape(raw)}, and should have {shape}.", f"{name} has another shape")
        if dtype is not None and (own := str(getattr(raw, "dtype", type(raw).__name__))) != dtype:
            fail(f"`{name}` is {own}, and should be {dtype}.", f"{name} has another dtype")
        if value is not None and not spy.is_traced(raw) and not close(raw, value):
            fail(
                f"`{name}` does not hold the value that the task asks for: {_short(raw)}.",
                f"{name} has another value",
            )

    some(run.variables(name), claim, f"No module that your function built has an attribute `{name}`.")


def holds(run: Run, name: str, value: Any) -> None:
    """Some module of the run holds `value` at attribute `name` at the end, in whatever wrapper, or in none.

    A value that is traced is not looked at. Raises Unmet.
    """

    def claim(held: Any) -> None:
        raw = _raw(held)
        if not spy.is_traced(raw) and not close(raw, value):
            fail(f"`{name}` is {_short(raw)} at the end, and should be {value}.", f"{name} is {_short(raw)}")

    some(run.variables(name), claim, f"No module that your function built has an attribute `{name}`.")


def call_adds(run: Run, name: str, amount: float, x: Any, *, returns: Any) -> None:
    """Calling some module of the run on `x` adds `amount` to its attribute `name`, and gives `returns`.

    Calls the learner's module once more, so `name` holds another value afterwards. Where all that is held
    is traced, nothing is known, and that passes. Raises Unmet.
    """

    def claim(module: Any) -> None:
        before = np.array(_raw(vars(module)[name]))  # a copy: a NumPy array may be added to in place
        result = learner_calls(module, x)
        after = _raw(vars(module).get(name))
        if not close(after, before + amount):
            fail(
                f"One more call of your module took its `{name}` from {_short(before)} to {_short(after)},"
                f" and should have added {amount}.",
                f"a call does not add to {name}",
            )
        if not close(result, returns):
            fail("Your module does not return what the task asks for.", "a call returns something else")

    holders = [module for module in run.modules() if name in vars(module)]
    known = [module for module in holders if _known([vars(module)[name]])]
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
    kept = any(_still_holds(created) for created in shifted)
    known, now = _known(run.variables(name)), _known(moved.variables(name))
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
    if name in moved.recorder.params and same(_part(moved.output, part), _part(run.output, part)):
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
    if _calls(moved, side) == _calls(run, side) and same(_part(moved.output, part), _part(run.output, part)):
        fail(
            f"{where} does not come out of a call of the {title} module: it would be the same if that"
            " returned something else.",
            finding,
        )


def drawn_first(run: Run, name: str, value: Any) -> None:
    """The variables or params created under `name` did not hold `value` from the start: it was put there later.

    Where nothing was created, or what was is traced, nothing is known, and that passes. Raises Unmet.
    """
    shapes = {_shape(created.value) for created in run.recorder.created if created.name == name} - {None}
    first = [created.value for created in run.recorder.created if _shape(created.value) in shapes]
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
            if not (_is(now.get(path), then) and _is(inner.get(path), then)):
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


def learner_calls(function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """`function`, which is the learner's, called by a check. What it prints is dropped.

    Raises Unmet when it raises.
    """
    with muted():
        return _learners(function, *args, **kwargs)


def same(one: Any, other: Any) -> bool:
    """Whether two trees of arrays are equal to the bit, NaN like NaN."""
    ones, others = jax.tree.leaves(one), jax.tree.leaves(other)
    return len(ones) == len(others) and all(
        not (spy.is_traced(a) or spy.is_traced(b))
        and np.shape(a) == np.shape(b)
        and np.array_equal(np.asarray(a), np.asarray(b), equal_nan=_floating(a))
        for a, b in zip(ones, others, strict=True)
    )


def close(array: Any, value: Any, rtol: float = RTOL, atol: float = ATOL) -> bool:
    """Whether `array` holds `value`, which is broadcast to its shape."""
    try:
        got = np.asarray(array)
        wanted = np.broadcast_to(np.asarray(value), got.shape)
        return bool(np.allclose(got, wanted, rtol=rtol, atol=atol))
    except (TypeError, ValueError):  # ragged, not numbers, or another shape
        return False


def _learners(function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    try:
        return function(*args, **kwargs)
    except Exception as error:
        raise Unmet(f"Called once more by this check, it raised {type(error).__name__}: {error}", RAISED) from error


def _calls(run: Run, side: str) -> int:
    """How often modules of that side were called: for Linen, how many params were made or read."""
    seen = run.recorder
    return len(seen.called) if side == "nnx" else len(seen.params) + len(seen.reads)


def _part(output: Any, part: int | None) -> Any:
    """One number of `output`, or all of it where there is no such number."""
    leaves = jax.tree.leaves(output)
    if any(spy.is_traced(leaf) for leaf in leaves):
        return output
    numbers = [number for leaf in leaves for number in np.ravel(np.asarray(leaf))]
    return numbers if part is None or part >= len(numbers) else numbers[part]


def _shape(value: Any) -> tuple[int, ...] | None:
    return getattr(value, "shape", None)


def _is(one: Any, other: Any) -> bool:
    if one is other:
        return True
    if one is None or other is None or spy.is_traced(one) or spy.is_traced(other):
        return False
    return same(one, other)


def _still_holds(created: spy.Created) -> bool:
    now = created.variable.get_raw_value()
    return spy.is_traced(now) or spy.is_traced(created.value) or same(now, created.value)


def _known(variables: Iterable[Any]) -> list[Any]:
    """What these hold, without the traced ones."""
    values = [_raw(held) for held in variables]
    return [value for value in values if not spy.is_traced(value)]


def _raw(held: Any) -> Any:
    """What a variable holds; anything else as it is."""
    return held.get_raw_value() if isinstance(held, nnx.Variable) else held


def _reachable(value: Any) -> list[nnx.Module]:
    if isinstance(value, nnx.Module):
        return [module for _, module in nnx.iter_modules(value)]
    if isinstance(value, Mapping):
        return [module for item in value.values() for module in _reachable(item)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [module for item in value for module in _reachable(item)]
    return []


def _role(held: nnx.Variable[Any]) -> str:
    """The nearest class of flax's own, so that a learner's subclass is told by its role."""
    own = next(kind for kind in type(held).__mro__ if kind.__module__.startswith("flax."))
    return own.__name__


def _kind_name(value: Any) -> str:
    if value is None:
        return "None"
    if isinstance(value, jax.Array):
        return "jax array"
    if isinstance(value, np.ndarray):
        return "NumPy array"
    return type(value).__name__


def _raw_kind(value: Any) -> str:
    return "array" if isinstance(value, jax.Array | np.ndarray) else "Python value"


def _article(noun: str) -> str:
    if noun == "None":
        return noun
    return f"an {noun}" if noun[0] in "aeiouAEIOU" else f"a {noun}"


def _short(value: Any) -> str:
    text = np.array2string(np.asarray(value), precision=4, threshold=12, edgeitems=2)
    return " ".join(text.split())


def _floating(value: Any) -> bool:
    return np.issubdtype(np.asarray(value).dtype, np.inexact)
