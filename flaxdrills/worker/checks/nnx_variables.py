"""Claims about NNX variables: what they are, what they hold, and whether the output depends on them."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx

from flaxdrills.system.english import with_article
from flaxdrills.worker.checks.cases import fail, some
from flaxdrills.worker.checks.held_values import (
    close,
    held_and_wanted,
    is_array,
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
from flaxdrills.worker.checks.observed_run import RAISED, Run, Unmet
from flaxdrills.worker.spy import install_hooks
from flaxdrills.worker.spy.recorder import Created


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
        if shape is not None and not is_array(raw):
            told = with_article(kind_name(raw))
            fail(f"`{name}` holds {told}, and should hold an array of shape {shape}.", f"{name} holds {told}")
        if shape is not None and shape_of(raw) != shape:
            fail(f"`{name}` has shape {shape_of(raw)}, and should have {shape}.", f"{name} has another shape")
        if dtype is not None and (own := str(getattr(raw, "dtype", type(raw).__name__))) != dtype:
            fail(f"`{name}` is {own}, and should be {dtype}.", f"{name} has another dtype")
        if value is not None and not install_hooks.is_traced(raw) and not close(raw, value):
            fail(f"`{name}` {held_and_wanted(raw, value)}.", f"{name} has another value")

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
            fail(f"At the end `{name}` {held_and_wanted(raw, value)}.", f"{name} is {short(raw)}")

    some(run.variables(name), claim, f"No module that your function built has an attribute `{name}`.")


def reference_value(run: Run, name: str) -> Any:
    """What the attribute `name` of the reference's module holds at the end, in the same call."""
    return raw_of(run.expected().variables(name)[0])


def floats(run: Run, name: str) -> None:
    """Some module of the run holds at attribute `name` an array of floats, or a float. Raises Unmet."""

    def claim(held: Any) -> None:
        raw = raw_of(held)
        if not (isinstance(raw, float) or (is_array(raw) and jnp.issubdtype(raw.dtype, jnp.floating))):
            told = f"{raw.dtype} array" if is_array(raw) else kind_name(raw)
            fail(f"`{name}` holds {with_article(told)}, and should hold floats.", f"{name} holds no floats")

    some(run.variables(name), claim, f"No module that your function built has an attribute `{name}`.")


def built_holds(run: Run, name: str, value: Any) -> None:
    """A module that a constructor made holds `value` at attribute `name` at the end, in whatever wrapper, or in none.

    Copies do not count: those that merge, clone or a transformation made. Where the constructor ran traced,
    nothing is known, and that passes. Raises Unmet.
    """

    def claim(held: Any) -> None:
        raw = raw_of(held)
        if not install_hooks.is_traced(raw) and not close(raw, value):
            fail(
                f"At the end `{name}` of the model that you built {held_and_wanted(raw, value)}.",
                f"the built {name} is {short(raw)}",
            )

    built = [vars(module)[name] for module in run.recorder.built if name in vars(module)]
    some(built, claim, f"No module that your function built has an attribute `{name}`.")


def uses(run: Run, name: str, of: type[Any] | None = None) -> None:
    """The output depends on the NNX variables, or the Linen params, that were created under `name`.

    With `of`, only those count that the constructor of a module of that type (or a subclass) created; where there is no
    such module, that passes (see has_module).

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
    if of is not None and not run.modules(of):
        return
    found = _found(run, name, of)
    held = {id(value) for value in found}
    numbers = frozenset(
        i
        for i, created in enumerate(run.recorder.created)
        if id(created.variable) in held or (created.name == name and _is_owned(created, of))
    )
    if not numbers:
        # Variable.replace, nnx.clone, a tree map and jit make variables without their constructor.
        if any(isinstance(value, nnx.Variable) for value in found):
            return
        fail(f"Nothing named `{name}` was created while your function ran.", f"no {name}")
    try:
        moved = run.again(install_hooks.Shift(created=numbers))
    except Unmet:
        return
    shifted = [created for i, created in enumerate(moved.recorder.created) if i in numbers]
    kept = any(still_holds(created) for created in shifted)
    known, now = known_values(found), known_values(_found(moved, name, of))
    # One that holds what it held (a clone that was overwritten, say) may be the one that counts.
    arrived = len(known) != len(now) or not any(map(same, known, now))
    if (kept or known) and arrived and unmoved(run.output, moved.output):
        fail(
            f"Another initial value of `{name}` would change nothing in your output: it is not used.",
            f"{name} is not used",
        )


def _found(run: Run, name: str, of: type[Any] | None) -> list[Any]:
    """What the attribute `name` holds in each module, or in each of that type."""
    return [vars(module)[name] for module in run.modules(of or nnx.Module) if name in vars(module)]


def _is_owned(created: Created, of: type[Any] | None) -> bool:
    return of is None or (created.owner is not None and issubclass(created.owner, of))


def answered_by(
    run: Run, side: str, part: int | None = None, *, of: str | type[Any] | None = None, told: str | None = None
) -> None:
    """The output, or its `part` (an index), comes out of a call of a module of `side`: "nnx" or "linen".

    With `of`, of an NNX module that contains an attribute of that name, or is of that type. `told` is what a learner
    calls the part, such as "The first output". The function is called again with what those modules return moved;
    the output must move too. Where it raises then (it may compare the two sides itself), nothing is known, and that
    passes. Raises Unmet.
    """
    where = told or ("Your output" if part is None else f"Number {part + 1} of your output")
    title = {"nnx": "NNX", "linen": "Linen"}[side]
    finding = f"part {part} is not from {side}"
    shift = install_hooks.Shift(answers=side, of=of)
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
        fail(
            f"When it was created, `{name}` {held_and_wanted(first[0], value)}.",
            f"{name} was created with other values",
        )


def seeded(run: Run, seed: int) -> None:
    """A stream of an nnx.Rngs was made from this seed. Where one was made traced, that passes. Raises Unmet."""
    keys = [created.value for created in run.recorder.created if isinstance(created.variable, nnx.RngKey)]
    if not any(install_hooks.is_traced(key) or same(key, jax.random.key(seed)) for key in keys):
        fail(f"No nnx.Rngs was built with the seed {seed}.", "another seed" if keys else "no nnx.Rngs")


def _calls(run: Run, side: str) -> int:
    """How often modules of that side were called: for Linen, how many params were made or read."""
    seen = run.recorder
    return len(seen.called) if side == "nnx" else len(seen.params) + len(seen.reads)
