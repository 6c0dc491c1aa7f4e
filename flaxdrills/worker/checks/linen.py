"""Claims about Linen: init and apply, params, collections, mutable, calls inside, rngs, and perturbed creation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flaxdrills.worker.checks.cases import fail, some
from flaxdrills.worker.checks.held_values import held_and_wanted, is_or_equals, nearly, part_of, unmoved
from flaxdrills.worker.checks.observed_run import Run, Unmet
from flaxdrills.worker.spy import install_hooks


def initialised(run: Run, times: int | None = None, *, kind: type[Any] | None = None) -> None:
    """A Linen module (of `kind`) was initialised from outside any module; with `times`, so often. Raises Unmet."""
    count = sum(kind is None or isinstance(init.module, kind) for init in run.recorder.inits)
    _often(run, "init", count, times, kind)


def applied(run: Run, times: int | None = None, *, kind: type[Any] | None = None) -> None:
    """A Linen module (of `kind`) was applied from outside any module; with `times`, so often.

    An apply inside a jitted function happens as it is traced, so `times` also counts traces; one that was
    traced in an earlier call is not seen, and passes. Raises Unmet.
    """
    count = sum(kind is None or isinstance(apply.module, kind) for apply in run.recorder.applies)
    _often(run, "apply", count, times, kind)


def created(run: Run, *places: str) -> None:
    """Some init returned leaves at these paths and at no others, such as "params/Dense_0/kernel". Raises Unmet."""
    _some_leaves([set(init.leaves) for init in run.recorder.inits], set(places), "No init of a Linen module returned")


def collections(run: Run, *names: str) -> None:
    """The last apply was given these collections and no others, such as "params" and "batch_stats".

    Where none was seen because jit had kept it, that passes. Raises Unmet.
    """
    for apply in run.recorder.applies[-1:]:
        found = {path.partition("/")[0] for path in apply.leaves}
        if found != set(names):
            fail(f"apply was given {_listed(found)}, and should be given {_listed(names)}.", f"given {sorted(found)}")
    if not run.recorder.applies:
        _often(run, "apply", 0, None, None)


def mutated(run: Run, *names: str) -> None:
    """Some apply had these collections mutable, and returned them and no others. Raises Unmet."""
    returned = [
        {path.partition("/")[0] for path in apply.returned}
        for apply in run.recorder.applies
        if apply.returned is not None
    ]
    _some_leaves(returned, set(names), "No apply with mutable collections returned")


def fed_back(run: Run, collection: str) -> None:
    """Each apply after the first was given the `collection` that one before it returned.

    What is traced, or follows what was, is not known, and passes; so does a single apply. Raises Unmet.
    """
    kept: list[dict[str, Any]] = []
    for apply in run.recorder.applies:
        given = _below(apply.leaves, collection)
        known = not any(install_hooks.is_traced(leaf) for tree in (given, *kept) for leaf in tree.values())
        if kept and known and not any(_same_leaves(given, before) for before in kept):
            fail(
                f"An apply was given a `{collection}` that is not the one that the apply before it returned.",
                f"{collection} not fed back",
            )
        if apply.returned is not None and (returned := _below(apply.returned, collection)):
            kept.append(returned)


def carried_over(run: Run, path: str) -> None:
    """The last apply was given, at `path`, the leaf that an init made: it was not built anew.

    The function is called again with that param moved as it is created. Where it raises then, or what was
    given is traced, nothing is known, and that passes. Raises Unmet.
    """
    try:
        moved = run.again(install_hooks.Shift(param=path.rpartition("/")[2]))
    except Unmet:
        return
    made = [leaf for init in moved.recorder.inits for place, leaf in init.leaves.items() if _ends(place, path)]
    for apply in moved.recorder.applies[-1:]:
        given = [leaf for place, leaf in apply.leaves.items() if _ends(place, path)]
        if not given:
            fail(f"The last apply was given nothing at `{path}`.", f"{path} missing")
        unknown = any(install_hooks.is_traced(leaf) for leaf in (*made, *given))
        if made and not unknown and not any(is_or_equals(one, other) for one in given for other in made):
            fail(f"`{path}` is not the one that init made.", f"{path} not carried over")


def submodule_called(
    run: Run,
    kind: type[Any],
    times: int | None = None,
    *,
    at: str | None = None,
    method: str = "__call__",
    inputs: tuple[tuple[int, ...], ...] | None = None,
    outputs: tuple[tuple[int, ...], ...] | None = None,
) -> None:
    """A method of a Linen module of `kind` was called (at path `at`, its end will do), with arrays of these shapes.

    Calls in init count as well. With `times`, so often. What jit had kept is not seen, and passes. Raises Unmet.
    """
    calls = [
        call
        for call in run.recorder.linen_calls
        if issubclass(call.kind, kind) and call.method == method and (at is None or _ends(call.path, at))
    ]
    title = f"{kind.__name__}.{method}" + (f" at `{at}`" if at is not None else "")
    if not calls and not run.recorder.earlier:
        fail(f"{title} was not called.", f"{title} not called")
    fitting = [
        call
        for call in calls
        if (inputs is None or call.inputs == inputs) and (outputs is None or call.outputs == outputs)
    ]
    if calls and not fitting:
        seen = calls[0]
        given, made = inputs or seen.inputs, outputs or seen.outputs
        fail(
            f"{title} took shapes {seen.inputs} and gave {seen.outputs}; it should take {given} and give {made}.",
            f"{title} with other shapes",
        )
    if fitting and times is not None and len(fitting) != times:
        fail(f"{title} was called {len(fitting)} times, and should be {times}.", f"{title} {len(fitting)} times")


def rngs_given(run: Run, *streams: str) -> None:
    """Some apply was given rngs of exactly these names. Raises Unmet."""
    _some_leaves([set(apply.streams) for apply in run.recorder.applies], set(streams), "No apply was given the rngs")


def follows(run: Run) -> None:
    """The output stays the reference's when every Linen param is created with another value.

    So each param is used as the reference uses it, zero biases included. Where the trees of params differ,
    values of their own cannot agree, and that is said. What draws or tests the values itself may raise then,
    and jit may have kept how they are made; that passes. Raises Unmet.
    """
    expected = run.expected(install_hooks.Shift(every_param=True))
    try:
        moved = run.again(install_hooks.Shift(every_param=True))
    except Unmet:
        return
    ours, theirs = ({path for path, _ in one.recorder.param_values} for one in (moved, expected))
    kept = bool(run.recorder.param_values) or bool(run.recorder.earlier)  # by jit, where none is seen this time
    if ours != theirs and (ours or not kept):
        fail(
            f"Linen created the params {_listed(ours)}, and should create {_listed(theirs)}.",
            f"params {sorted(ours ^ theirs)}",
        )
    if ours == theirs and not _agree(moved, expected, run):
        fail(
            "With other initial values in the params your output is not what it should be: one of them is not used,"
            " or not as the task says.",
            "another use of the params",
        )


def _agree(moved: Run, expected: Run, run: Run) -> bool:
    return nearly(moved.output, expected.output, run.case.rtol, run.case.atol)


def _often(run: Run, method: str, count: int, times: int | None, kind: type[Any] | None) -> None:
    title = kind.__name__ if kind is not None else "Linen module"
    if count == 0 and not run.recorder.earlier:
        fail(f"{method} of a {title} was not called.", f"no {method}")
    if count and times is not None and count != times:
        fail(f"{method} of a {title} was called {count} times, and should be {times}.", f"{count} {method}")


def _some_leaves(found: list[set[str]], wanted: set[str], otherwise: str) -> None:
    if wanted not in found:
        near = f": it was {_listed(found[-1])}" if found else ""
        fail(f"{otherwise} {_listed(wanted)}{near}.", f"{sorted(found[-1]) if found else None}")


def _below(leaves: Any, collection: str) -> dict[str, Any]:
    return {path: leaf for path, leaf in leaves.items() if path.partition("/")[0] == collection}


def _same_leaves(ones: dict[str, Any], others: dict[str, Any]) -> bool:
    return ones.keys() == others.keys() and all(is_or_equals(ones[path], others[path]) for path in ones)


def _ends(path: str, end: str) -> bool:
    return f"/{path}".endswith(f"/{end}")


def _listed(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) or "nothing"


def uses_param(run: Run, name: str, part: int | None = None) -> None:
    """The output, or its `part` (an index), depends on the Linen params that were created under `name`.

    Raises Unmet.
    """
    if name not in run.recorder.params:
        fail(f"No Linen module created a param `{name}` while your function ran.", f"no param {name}")
    moved = run.again(install_hooks.Shift(param=name))
    if name in moved.recorder.params and unmoved(part_of(run.output, part), part_of(moved.output, part)):
        where = "your output" if part is None else f"number {part + 1} of your output"
        fail(
            f"Another initial value of the param `{name}` would change nothing in {where}: it is not used.",
            f"{name} is not used" + ("" if part is None else f" in part {part}"),
        )


def init_untouched(run: Run) -> None:
    """What each Linen `init` returned still holds the leaves that it held then.

    A whole collection that was popped is no harm. Raises Unmet.
    """
    for init in run.recorder.inits:
        now = install_hooks.flat({**init.collections, **init.variables})
        inner = install_hooks.flat(init.collections)
        for path in {**init.leaves, **now}:
            then = init.leaves.get(path)
            if not (is_or_equals(now.get(path), then) and is_or_equals(inner.get(path), then)):
                fail(
                    f"What init returned was changed in place: {_change(path, now.get(path), then)}.",
                    "init was changed",
                )


def _change(path: str, now: Any, then: Any) -> str:
    """What became of a leaf."""
    if now is None or then is None:
        return f"`{path}` is {'gone' if now is None else 'new'}"
    return f"`{path}` {held_and_wanted(now, then)}"


def read_from_init(run: Run) -> None:
    """The output follows from the arrays that init returned: with larger ones it is what the reference makes of them.

    Where the function raises then (it may use the arrays), or jit had kept what init returned, nothing is known, and
    that passes. Raises Unmet.
    """
    expected = run.expected(install_hooks.Shift(grown=True))
    try:
        moved = run.again(install_hooks.Shift(grown=True))
    except Unmet:
        return
    if moved.recorder.inits and not _agree(moved, expected, run):
        fail(
            "If `init` had returned larger arrays, what your function returns would not be what it should: it is not,"
            " or not all, read from them.",
            "not read from init",
        )


def param_read(run: Run, path: str, claim: Callable[[Any], None], otherwise: str) -> None:
    """`claim` holds for some param that a Linen module read at `path` (its end will do, such as "kernel").

    What is traced, or may have been in an earlier call and is not read now, is not known, and passes. Raises Unmet:
    what the claim raised, or `otherwise` when nothing was read there.
    """
    values = [
        value
        for read, value in run.recorder.reads
        if (f"/{read}".endswith(f"/{path}")) and not install_hooks.is_traced(value)
    ]
    traced = any(f"/{read}".endswith(f"/{path}") for read, _ in run.recorder.reads)
    if values or not (traced or run.recorder.earlier):
        some(values, claim, otherwise)


def param_created(run: Run, path: str, claim: Callable[[Any], None], otherwise: str) -> None:
    """`claim` holds for some param that a Linen module created at `path` (its end will do, such as "kernel").

    What is traced is not known, and passes. Raises Unmet: what the claim raised, or `otherwise` when nothing was
    created there.
    """
    made = [value for created, value in run.recorder.param_values if f"/{created}".endswith(f"/{path}")]
    if not any(map(install_hooks.is_traced, made)):
        some(made, claim, otherwise)
