"""Claims about Linen params: what was read, what the output depends on, and what became of init's tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flaxdrills.worker.checks.cases import fail, some
from flaxdrills.worker.checks.held_values import is_or_equals, part_of, unmoved
from flaxdrills.worker.checks.observed_run import Run
from flaxdrills.worker.spy import install_hooks


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
                fail(f"What init returned was changed in place: `{path}` is another now.", "init was changed")


def param_read(run: Run, path: str, claim: Callable[[Any], None], otherwise: str) -> None:
    """`claim` holds for some param that a Linen module read at `path` (its end will do, such as "kernel").

    Raises Unmet: what the claim raised, or `otherwise` when nothing was read there.
    """
    values = [
        value
        for read, value in run.recorder.reads
        if (f"/{read}".endswith(f"/{path}")) and not install_hooks.is_traced(value)
    ]
    traced = any(f"/{read}".endswith(f"/{path}") for read, _ in run.recorder.reads)
    if values or not traced:
        some(values, claim, otherwise)


def param_created(run: Run, path: str, claim: Callable[[Any], None], otherwise: str) -> None:
    """`claim` holds for some param that a Linen module created at `path` (its end will do, such as "kernel").

    What is traced is not known, and passes. Raises Unmet: what the claim raised, or `otherwise` when nothing was
    created there.
    """
    made = [value for created, value in run.recorder.param_values if f"/{created}".endswith(f"/{path}")]
    if not any(map(install_hooks.is_traced, made)):
        some(made, claim, otherwise)
