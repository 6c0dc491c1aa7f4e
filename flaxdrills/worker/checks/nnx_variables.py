"""Claims about NNX variables: what they are, what they hold, and whether the output depends on them."""

from __future__ import annotations

from typing import Any

import numpy as np
from flax import nnx

from flaxdrills.system.english import with_article
from flaxdrills.worker.checks.cases import fail, some
from flaxdrills.worker.checks.held_values import (
    both,
    close,
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
    unmoved,
)
from flaxdrills.worker.checks.linen import uses_param
from flaxdrills.worker.checks.observed_run import RAISED, Run, Unmet, learner_calls
from flaxdrills.worker.spy import install_hooks


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
        _is_of_kind(run, name, held, kind, but_not)
        raw = held.get_raw_value()
        if shape is not None and np.shape(raw) != shape:
            fail(f"`{name}` has shape {np.shape(raw)}, and should have {shape}.", f"{name} has another shape")
        if dtype is not None and (own := str(getattr(raw, "dtype", type(raw).__name__))) != dtype:
            fail(f"`{name}` is {own}, and should be {dtype}.", f"{name} has another dtype")
        if value is not None and not install_hooks.is_traced(raw) and not close(raw, value):
            now, wanted = both(raw, value)
            fail(f"`{name}` holds {now}, and the task asks for {wanted}.", f"{name} has another value")

    some(run.variables(name), claim, f"No module that your function built has an attribute `{name}`.")


def _is_of_kind(
    run: Run,
    name: str,
    held: Any,
    kind: type[nnx.Variable[Any]],
    but_not: type[nnx.Variable[Any]] | tuple[type[nnx.Variable[Any]], ...],
) -> None:
    if not isinstance(held, nnx.Variable):
        lost = any(created.name == name for created in run.recorder.created)
        fail(
            f"`{name}` is {with_article(kind_name(held))} at the end, not an nnx.{kind.__name__}"
            + (" as it was at first: something was put in the wrapper's place." if lost else "."),
            f"{name} lost its wrapper" if lost else f"{name} is a raw {raw_kind(held)}",
        )
    wanted = f"`{name}` is an nnx.{role(held)}, and the task asks for an nnx.{kind.__name__}"
    if not isinstance(held, kind):
        fail(f"{wanted}.", f"{name} is a {role(held)}")
    if isinstance(held, but_not):
        fail(f"{wanted} that is not one.", f"{name} is a {role(held)}")


def holds(run: Run, name: str, value: Any) -> None:
    """Some module of the run holds `value` at attribute `name` at the end, in whatever wrapper, or in none.

    A value that is traced is not looked at. Raises Unmet.
    """

    def claim(held: Any) -> None:
        raw = raw_of(held)
        if not install_hooks.is_traced(raw) and not close(raw, value):
            now, wanted = both(raw, value)
            fail(f"`{name}` is {now} at the end, and should be {wanted}.", f"{name} is {short(raw)}")

    some(run.variables(name), claim, f"No module that your function built has an attribute `{name}`.")


def built_holds(run: Run, name: str, value: Any) -> None:
    """A module that a constructor made holds `value` at attribute `name` at the end, in whatever wrapper, or in none.

    Copies do not count: those that merge, clone or a transformation made. Where the constructor ran traced,
    nothing is known, and that passes. Raises Unmet.
    """

    def claim(held: Any) -> None:
        raw = raw_of(held)
        if not install_hooks.is_traced(raw) and not close(raw, value):
            now, wanted = both(raw, value)
            fail(
                f"`{name}` of the model that you built is {now} at the end, and should be {wanted}.",
                f"the built {name} is {short(raw)}",
            )

    built = [vars(module)[name] for module in run.recorder.built if name in vars(module)]
    some(built, claim, f"No module that your function built has an attribute `{name}`.")


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
    Values that the function overwrites later prove nothing, and pass, as do variables that no constructor
    made; so does a function that raises then, since it has noticed. Raises Unmet.
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
        # Variable.replace, nnx.clone, a tree map and jit make variables without their constructor.
        if any(isinstance(value, nnx.Variable) for value in run.variables(name)):
            return
        fail(f"Nothing named `{name}` was created while your function ran.", f"no {name}")
    try:
        moved = run.again(install_hooks.Shift(created=numbers))
    except Unmet:
        return
    shifted = [created for i, created in enumerate(moved.recorder.created) if i in numbers]
    kept = any(still_holds(created) for created in shifted)
    known, now = known_values(run.variables(name)), known_values(moved.variables(name))
    # One that holds what it held (a clone that was overwritten, say) may be the one that counts.
    arrived = len(known) != len(now) or not any(map(same, known, now))
    if kept and arrived and unmoved(run.output, moved.output):
        fail(
            f"Another initial value of `{name}` would change nothing in your output: it is not used.",
            f"{name} is not used",
        )


def answered_by(run: Run, side: str, part: int | None = None) -> None:
    """The output, or its `part` (an index), comes out of a call of a module of `side`: "nnx" or "linen".

    The function is called again with what those modules return moved; the output must move too. Where it
    raises then (it may compare the two sides itself), nothing is known, and that passes. Raises Unmet.
    """
    where = "Your output" if part is None else f"Number {part + 1} of your output"
    title = {"nnx": "NNX", "linen": "Linen"}[side]
    finding = f"part {part} is not from {side}"
    shift = install_hooks.Shift(answers=side)
    before = part_of(run.output, part)
    try:
        moved = run.again(shift)
        kept = _calls(moved, side) < _calls(run, side) or bool(run.recorder.earlier)
        if kept and unmoved(before, part_of(moved.output, part)):
            moved = run.again_traced(shift)
    except Unmet:
        return
    if not _calls(moved, side):
        fail(f"{where} should come out of a call of the {title} module, and none was called.", finding)
    if unmoved(before, part_of(moved.output, part)):
        fail(
            f"{where} does not come out of a call of the {title} module: it would be the same if that"
            " returned something else.",
            finding,
        )


def answered_not_by(run: Run, side: str) -> None:
    """The output does not come out of a call of a module of `side`, "nnx" or "linen": it was computed beside it.

    The function is called again with what those modules return moved; the output must stay. Where it raises
    then (it may compare the two itself), nothing is known, and that passes. Raises Unmet.
    """
    try:
        moved = run.again(install_hooks.Shift(answers=side))
    except Unmet:
        return
    if not unmoved(run.output, moved.output):
        title = {"nnx": "NNX", "linen": "Linen"}[side]
        fail(f"Your output comes out of a call of a {title} module, and should be computed beside it.", f"from {side}")


def drawn_first(run: Run, name: str, value: Any) -> None:
    """The variables or params created under `name` did not hold `value` from the start: it was put there later.

    Where nothing was created, or what was is traced, nothing is known, and that passes. Raises Unmet.
    """
    shapes = {shape_of(created.value) for created in run.recorder.created if created.name == name} - {None}
    first = [created.value for created in run.recorder.created if shape_of(created.value) in shapes]
    first += [
        leaf for init in run.recorder.inits for path, leaf in init.leaves.items() if f"/{path}".endswith(f"/{name}")
    ]
    if first and all(not install_hooks.is_traced(leaf) and close(leaf, value) for leaf in first):
        fail(
            f"`{name}` held the value from the start: it was initialised that way, and nothing was replaced.",
            f"{name} was created that way",
        )


def created_with(run: Run, name: str, value: Any) -> None:
    """A variable that was created under `name` held `value` from the start: nobody put it there later.

    Where none was created, or what was is traced, nothing is known, and that passes. Raises Unmet.
    """
    first = [created.value for created in run.recorder.created if created.name == name]
    if first and not any(install_hooks.is_traced(made) or close(made, value) for made in first):
        made, wanted = both(first[-1], value)
        fail(
            f"`{name}` was created with {made}, and the task asks for {wanted}.",
            f"{name} was created with other values",
        )


def _calls(run: Run, side: str) -> int:
    """How often modules of that side were called: for Linen, how many params were made or read."""
    seen = run.recorder
    return len(seen.called) if side == "nnx" else len(seen.params) + len(seen.reads)
