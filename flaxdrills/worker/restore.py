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
)


def keep() -> Callable[[], None]:
    """Note how the interpreter is now; returns a function that puts back what is missing or was replaced.

    That is: the modules that are loaded, the builtins, and the names in numpy, jax and flax. What a solution
    adds (its own modules, say) stays.
    """
    modules = dict(sys.modules)
    namespaces: list[tuple[types.ModuleType, dict[str, Any]]] = [
        (module, dict(vars(module))) for name in _GUARDED if (module := modules.get(name)) is not None
    ]
    own = dict(vars(builtins))
    loaded = sys.modules
    builtin_names = vars(builtins)
    update, system = dict.update, sys

    def put_back() -> None:
        update(builtin_names, own)
        system.modules = loaded
        update(loaded, modules)
        for module, names in namespaces:
            update(vars(module), names)

    return put_back
