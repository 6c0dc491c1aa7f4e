"""Claims about the NNX objects of a run: which modules there are and where, optimizers, gradients, keys drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flax import nnx

from flaxdrills.system.english import with_article
from flaxdrills.worker.checks.cases import fail
from flaxdrills.worker.checks.held_values import equal, kind_name, short
from flaxdrills.worker.checks.observed_run import Run
from flaxdrills.worker.checks.pytrees import leaf, leaves, taken_apart
from flaxdrills.worker.spy.recorder import is_traced


def has_module(run: Run, kind: type[Any], at_least: int = 1) -> None:
    """Modules of `kind` (or a subclass) were built, called or returned, at least so many different ones.

    One that is built under vmap, scan or jit may stand for many, so where something was created traced, one
    will do. Raises Unmet.
    """
    if not run.modules(kind):
        fail(f"Your function built and used no {kind.__name__}.", f"no {kind.__name__}")
    built = sum(isinstance(module, kind) for module in run.recorder.built)
    count = built or len(run.modules(kind))
    if count < at_least and not any(is_traced(created.value) for created in run.recorder.created):
        fail(
            f"Your function has only {count} {kind.__name__}, and should have at least {at_least}.",
            f"{count} {kind.__name__}",
        )


def calls_module(run: Run, kind: type[Any], times: int | None = None) -> None:
    """A module of `kind` was called; with `times`, so often. A call that jit kept is not seen.

    So where something was traced in an earlier call of the function, and no call is seen now, it passes.
    Raises Unmet.
    """
    count = sum(isinstance(module, kind) for module in run.recorder.called)
    if count == 0 and not run.recorder.earlier:
        fail(f"No {kind.__name__} was called while your function ran.", f"{kind.__name__} not called")
    if count and times is not None and count != times:
        fail(f"A {kind.__name__} was called {count} times, and should be {times}.", f"{count} calls {kind.__name__}")


def submodules(value: Any, places: Mapping[str, type[Any]]) -> None:
    """`value` has at each place, such as "layers/0", a module of that type or a subclass. Raises Unmet."""
    for place, kind in places.items():
        held = leaf(value, place)
        if not isinstance(held, kind):
            fail(f"`{place}` is {with_article(kind_name(held))}, and should be a {kind.__name__}.", f"{place} type")


def submodule_count(value: Any, kind: type[Any], count: int) -> None:
    """`value`, a module, contains so many modules of `kind`, itself included; shared ones count once. Raises Unmet."""
    if not isinstance(value, nnx.Module):
        fail(f"There should be a module, and it is {with_article(kind_name(value))}.", "no module")
    found = [place for place, held in _iterated(value) if isinstance(held, kind)]
    if len(found) != count:
        fail(
            f"The module contains {len(found)} {kind.__name__}, and should contain {count}.",
            f"{len(found)} {kind.__name__}",
        )


def settings(run: Run, kind: type[Any], **wanted: Any) -> None:
    """Each module of `kind` (or a subclass) that was built, called or returned has these attributes. Raises Unmet."""
    for module in run.modules(kind):
        for name, value in wanted.items():
            own = getattr(module, name, None)
            if not equal(own, value):
                told = f"`{name}` of the {kind.__name__} is {short(own)}, and should be {value!r}."
                fail(told, f"{kind.__name__}.{name}")


def moments(run: Run, field: str, *names: str) -> None:
    """The state of each nnx.Optimizer keeps `field` ("mu", "trace") for the leaves at these paths only.

    An optimizer that was returned counts as well. Where there is none, nothing is known, and that passes.
    Raises Unmet.
    """
    for optimizer in (*run.objects(nnx.Optimizer), *_optimizers(run.output)):
        parts = [path.split("/") for path in leaves(optimizer.opt_state)]
        found = {"/".join(part[part.index(field) + 1 :]) for part in parts if field in part}
        _only(found, set(names), f"The optimizer keeps `{field}` for")


def gradients(run: Run, *names: str) -> None:
    """The gradients that nnx.Optimizer.update was given have leaves at these paths only.

    Where it was not called, nothing is known, and that passes. Raises Unmet.
    """
    for update in run.recorder.updates:
        _only(set(leaves(update.grads)), set(names), "The optimizer was given gradients of")


def draws(run: Run, stream: str, times: int | None = None) -> None:
    """A key was drawn from the stream of that name, NNX's or Linen's; with `times`, so often.

    Where something that was traced in an earlier call may have kept it, it passes. Raises Unmet.
    """
    count = sum(draw.stream == stream for draw in run.recorder.draws)
    if count == 0 and not run.recorder.earlier:
        fail(f"No key was drawn from the stream `{stream}`.", f"no draw from {stream}")
    if count and times is not None and count != times:
        fail(f"{count} keys were drawn from the stream `{stream}`, and should be {times}.", f"{count} from {stream}")


def _iterated(value: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = taken_apart(value, lambda: list(nnx.iter_modules(value)))
    return found


def _optimizers(output: Any) -> list[Any]:
    items = output if isinstance(output, tuple | list) else [output]
    return [item for item in items if isinstance(item, nnx.Optimizer)]


def _only(found: set[str], wanted: set[str], what: str) -> None:
    if found != wanted:
        listed, should = (", ".join(f"`{name}`" for name in sorted(names)) or "nothing" for names in (found, wanted))
        fail(f"{what} {listed}, and should for {should}.", f"{sorted(found)}")
