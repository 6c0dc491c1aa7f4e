"""Claims about any pytree: types, paths, counts by filter, dtypes, sharing, and arguments left as they were."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import numpy as np
from flax import nnx

from flaxdrills.system.english import with_article
from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.held_values import (
    close,
    held_and_wanted,
    is_array,
    is_gone,
    is_or_equals,
    kind_name,
    raw_of,
    shape_of,
)
from flaxdrills.worker.checks.observed_run import Run, contents, part_at, tried
from flaxdrills.worker.outcome import heard
from flaxdrills.worker.spy.recorder import is_traced


def leaves(value: Any) -> dict[str, Any]:
    """The leaves of `value` by path, such as "layers/0/kernel"; an nnx.Variable is one leaf, shared ones come once.

    Raises Unmet where the learner's own object cannot be taken apart.
    """
    found: dict[str, Any] = {}
    pairs = taken_apart(value, jax.tree_util.tree_flatten_with_path, value, is_leaf=_is_whole)[0]
    for path, leaf in pairs:
        name = jax.tree_util.keystr(path, simple=True, separator="/")
        if isinstance(leaf, nnx.Pytree):
            for inner, held in taken_apart(leaf, lambda leaf: list(nnx.to_flat_state(nnx.state(leaf))), leaf):
                found["/".join(part for part in (name, *map(str, inner)) if part)] = held
        else:
            found[name] = leaf
    return found


def taken_apart(value: Any, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """What the function makes of `value`, which is the learner's own. Raises Unmet where it cannot be taken apart."""
    outcome = tried(function, *args, **kwargs)
    if outcome.error is not None:
        told = with_article(kind_name(value))
        fail(f"There is {told} that JAX and NNX cannot take apart: {outcome.told}", "cannot be taken apart")
    return outcome.value


def is_a(value: Any, kind: type[Any] | tuple[type[Any], ...], what: str = "What your function returns") -> None:
    """`value` is of `kind`, or of a subclass. Raises Unmet."""
    if not isinstance(value, kind):
        kinds = kind if isinstance(kind, tuple) else (kind,)
        wanted = " or ".join(with_article(one.__name__) for one in kinds)
        fail(f"{what} is {with_article(kind_name(value))}, and should be {wanted}.", f"not {wanted}")


def leaf_count(value: Any, count: int, of: Any = ...) -> None:
    """`value` has so many leaves that the filter `of` takes, such as nnx.Param; a shared variable counts once.

    Raises Unmet.
    """
    takes = nnx.filterlib.to_predicate(of)
    found = [path for path, leaf in leaves(value).items() if takes(tuple(path.split("/")), leaf)]
    if len(found) != count:
        named = "" if of is ... else f" of {getattr(of, '__name__', of)}"
        listed = f": {', '.join(found)}" if found else ""
        fail(f"There are {len(found)} leaves{named}, and should be {count}{listed}.", f"{len(found)} leaves{named}")


def paths(value: Any, *wanted: str) -> None:
    """The leaves of `value` are at these paths and at no others. Raises Unmet."""
    found = set(leaves(value))
    _same_names(found, set(wanted), "what was asked for")


def same_paths(run: Run) -> None:
    """The leaves of the output are at the paths at which the reference has them. Raises Unmet."""
    _same_names(set(leaves(run.output)), set(leaves(run.expected().output)), "what your function returns")


def leaf(value: Any, path: str) -> Any:
    """What is at `path`, such as "layers/0/kernel", by attribute, key or index. Raises Unmet where nothing is."""
    for step in path.split("/"):
        value = part_at(value, int(step) if step.isdecimal() else step, f"The way to `{path}`")
    return value


def leaf_holds(value: Any, path: str, wanted: Any) -> None:
    """The array at `path` in `value` is `wanted`, bare or in a variable. What is traced is not looked at.

    Raises Unmet.
    """
    raw = raw_of(leaf(value, path))
    if is_traced(raw):
        return
    if not is_array(raw) or shape_of(raw) != np.shape(wanted):
        found = f"an array of shape {shape_of(raw)}" if is_array(raw) else with_article(kind_name(raw))
        fail(f"`{path}` is {found}, and should be an array of shape {np.shape(wanted)}.", f"{path} has another shape")
    if not close(raw, wanted):
        fail(f"`{path}` {held_and_wanted(raw, wanted)}.", f"{path} has another value")


def looks(
    value: Any, *, shape: tuple[int, ...] | None = None, dtype: str | None = None, weak: bool | None = None
) -> None:
    """Each array in `value` has this shape, dtype ("bfloat16") and weak type. Raises Unmet."""
    for path, held in leaves(value).items():
        raw = raw_of(held)
        name = f"`{path}`" if path else "What your function returns"
        own_shape = heard(np.shape, raw).value
        if shape is not None and own_shape != shape:
            fail(f"{name} has shape {own_shape}, and should have {shape}.", f"{name} has another shape")
        own = str(getattr(raw, "dtype", type(raw).__name__))
        if dtype is not None and own != dtype:
            fail(f"{name} is {own}, and should be {dtype}.", f"{name} has another dtype")
        is_weak = bool(getattr(raw, "weak_type", isinstance(raw, int | float | complex)))
        if weak is not None and is_weak != weak:
            kinds = ("strong", "weak")
            fail(f"The dtype of {name} is {kinds[is_weak]}, and should be {kinds[weak]}.", f"{name} {kinds[is_weak]}")


def shared(value: Any, *places: str) -> None:
    """These places in `value`, such as "embed/kernel", all hold the same object. Raises Unmet."""
    first, *others = (leaf(value, place) for place in places)
    for place, other in zip(places[1:], others, strict=True):
        if other is not first:
            fail(f"`{places[0]}` and `{place}` should be one and the same object.", f"{place} is not shared")


def apart(one: Any, other: Any) -> None:
    """No variable is in both values: a change in one is not seen in the other. Raises Unmet."""
    there = {id(held): path for path, held in leaves(other).items() if _can_change(held)}
    for path, held in leaves(one).items():
        if id(held) in there:
            fail(f"`{path}` is the same object in both: what is written to one changes the other.", "not apart")


def unchanged(run: Run, *names: str) -> None:
    """The arguments of these names are as they were before the call; what was donated is not looked at.

    Raises Unmet.
    """
    for name in names:
        before = dict(run.given.get(name, ()))
        now = dict(contents(run.passed[name])) if name in run.given else {}
        for path in {**before, **now}:
            where = f"`{name}`" + (f" at `{path}`" if path else "")
            if (path in before) != (path in now):
                fail(f"Your function changed its argument {where}: the entry came or went.", f"{name} changed")
            if not is_gone(now[path]) and not is_or_equals(now[path], before[path]):
                fail(f"Your function changed its argument {where}.", f"{name} changed")


def original_kept(run: Run, *names: str) -> None:
    """Each variable of these names still holds what it was created with: only copies were changed.

    What is traced is not looked at. Raises Unmet.
    """
    for created in run.recorder.created:
        if created.name in names and not _known_same(created.variable.get_raw_value(), created.value):
            told = held_and_wanted(created.variable.get_raw_value(), created.value)
            fail(f"`{created.name}` of the module that you built has changed: it {told}.", f"{created.name} changed")


def _known_same(one: Any, other: Any) -> bool:
    return is_traced(one) or is_traced(other) or is_or_equals(one, other)


def _same_names(found: set[str], wanted: set[str], what: str) -> None:
    if found != wanted:
        missing, extra = sorted(wanted - found), sorted(found - wanted)
        parts = [
            f"{word} {', '.join(f'`{name}`' if name else 'a single leaf' for name in names)}"
            for word, names in (("missing:", missing), ("not asked for:", extra))
            if names
        ]
        fail(f"The leaves are not at the paths of {what}; {'; '.join(parts)}.", f"paths {missing} {extra}")


def _is_whole(value: Any) -> bool:
    return isinstance(value, nnx.Variable | nnx.Pytree)


def _can_change(held: Any) -> bool:
    return isinstance(held, nnx.Variable | np.ndarray)
