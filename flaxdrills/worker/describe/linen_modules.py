"""The Linen modules of a call: their submodules as they were called, and their variables by collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from flax import linen

from flaxdrills.worker.spy.recorder import LinenCall, Recorder, flat


@dataclass(slots=True)
class Submodule:
    """A module within a module, as it was called."""

    call: LinenCall | None = None
    inner: dict[str, Submodule] = field(default_factory=dict)


@dataclass(slots=True)
class SeenModule:
    """A module whose init or apply was called from outside any."""

    module: linen.Module
    inner: dict[str, Submodule] = field(default_factory=dict)
    collections: dict[str, Any] = field(default_factory=dict)
    """By name; where that is what init returned, the same objects."""


def seen_modules(recorder: Recorder) -> list[SeenModule]:
    """What `recorder` saw of Linen modules, each once, in the order of their first use."""
    seen: dict[int, SeenModule] = {}
    for init in recorder.inits:
        _of(seen, init.module).collections.update(init.collections)
    for apply in recorder.applies:
        _add(_of(seen, apply.module).collections, _nested(apply.leaves))
    for apply in recorder.applies:
        # What apply returned is newer; here it counts for collections that only apply makes.
        for name, collection in _nested(apply.returned or {}).items():
            _of(seen, apply.module).collections.setdefault(name, collection)
    _add_calls(list(seen.values()), recorder.linen_calls)
    return list(seen.values())


def _of(seen: dict[int, SeenModule], module: linen.Module) -> SeenModule:
    alike = next((one for one in seen.values() if one.module is module or _are_alike(one.module, module)), None)
    return alike or seen.setdefault(id(module), SeenModule(module))


def _are_alike(one: linen.Module, other: linen.Module) -> bool:
    """Whether two modules have the same class and hyperparameters."""
    try:
        return type(one) is type(other) and bool(one == other)
    except Exception:  # a field that cannot be compared
        return False


def _add(collections: dict[str, Any], given: Mapping[str, Any]) -> None:
    """What apply was given counts where it looks different from what init returned."""
    for name, collection in given.items():
        if name not in collections or _outline(collections[name]) != _outline(collection):
            collections[name] = collection


def _outline(collection: Any) -> dict[str, Any]:
    return {path: (np.shape(leaf), getattr(leaf, "dtype", None)) for path, leaf in flat(collection).items()}


def _nested(leaves: Mapping[str, Any]) -> dict[str, Any]:
    """The tree that `flat` made `leaves` from."""
    tree: dict[str, Any] = {}
    for path, leaf in leaves.items():
        here = tree
        *above, name = path.split("/")
        for part in above:
            here = here.setdefault(part, {})
        here[name] = leaf
    return tree


def _add_calls(seen: list[SeenModule], calls: list[LinenCall]) -> None:
    """A call is noted when it ends: those within a module come before its own, whose path is empty."""
    pending: list[LinenCall] = []
    for call in calls:
        if call.path:
            pending.append(call)
            continue
        for one in seen:
            if type(one.module) is call.kind:
                for inner in pending:
                    _place(one.inner, inner)
        pending = []


def _place(inner: dict[str, Submodule], call: LinenCall) -> None:
    *above, name = call.path.split("/")
    for part in above:
        inner = inner.setdefault(part, Submodule()).inner
    own = inner.setdefault(name, Submodule())
    own.call = own.call or call
