"""What a solution may have changed in the interpreter, put back before its result is looked at."""

from __future__ import annotations

import builtins
import sys
import types
from collections.abc import Callable
from typing import Any

_GUARDED = (
    "numpy",
    "numpy.testing",
    "jax",
    "jax.numpy",
    "jax.random",
    "jax.tree",
    "jax.tree_util",
    "flax.nnx",
    "flax.linen",
    "os",
    "time",
    "json",
    "json.encoder",
    "inspect",
    "traceback",
    "linecache",
)


def keep_judge() -> Callable[[], None]:
    """Note what judges; returns a function that puts back what was replaced in it."""
    namespaces = [(vars(module), dict(vars(module))) for name, module in sys.modules.items() if _judges(name)]
    update = dict.update

    def put_back() -> None:
        for namespace, names in namespaces:
            update(namespace, names)

    return put_back


def keep() -> Callable[[], None]:
    """Note how the interpreter is now; returns a function that puts back what is missing or was replaced.

    That is: the modules that are loaded and where they are looked for, the builtins, the names in numpy, jax
    and flax and in what judges, and that nothing is traced. What a solution adds (its own modules, say) stays.
    """
    modules = dict(sys.modules)
    guarded = (*_GUARDED, *filter(_judges, modules))
    namespaces: list[tuple[types.ModuleType, dict[str, Any]]] = [
        (module, dict(vars(module))) for name in guarded if (module := modules.get(name)) is not None
    ]
    own = dict(vars(builtins))
    loaded = sys.modules
    builtin_names = vars(builtins)
    update, system = dict.update, sys
    trace, profile = sys.settrace, sys.setprofile
    lists: list[tuple[list[Any], list[Any]]] = [
        (kept, list(kept)) for kept in (sys.path, sys.meta_path, sys.path_hooks)
    ]

    def put_back() -> None:
        trace(None)
        profile(None)
        update(builtin_names, own)
        system.modules = loaded
        update(loaded, modules)
        for entries, before in lists:
            entries[:] = [*before, *(entry for entry in entries if entry not in before)]
        for module, names in namespaces:
            update(vars(module), names)

    return put_back


def _judges(name: str) -> bool:
    return name.startswith("flaxdrills.")
