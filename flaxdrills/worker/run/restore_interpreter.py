"""What a solution may have changed in the interpreter, put back before its result is looked at."""

from __future__ import annotations

import builtins
import gc
import sys
import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import jax
from flax import linen, nnx

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
    "base64",
    "collections",
    "contextlib",
    "dataclasses",
    "difflib",
    "functools",
    "inspect",
    "io",
    "json",
    "json.encoder",
    "linecache",
    "logging",
    "os",
    "re",
    "tempfile",
    "time",
    "traceback",
    "unicodedata",
    "warnings",
)

_CLASSES = (jax.Array, linen.Module, nnx.Module, nnx.Param, nnx.Pytree, nnx.State, nnx.Variable)
"""What checks look at is made of these."""

_LIBRARIES = ("jax", "flax", "numpy", "optax")

_NAMED = 3
"""So many of what was replaced are told by name."""

_INSTANCE_CHECKS = ("__instancecheck__", "__subclasscheck__")
"""What decides of whom `isinstance` says yes, where a metaclass has it."""


@dataclass(frozen=True, slots=True)
class InterpreterState:
    """How the interpreter was before a solution was loaded."""

    put_back: Callable[[], None]
    """Put back all that was noted."""
    put_back_judge: Callable[[], None]
    """Put back what judges, and no more."""


def what_was_replaced() -> str:
    """In words, what of jax, flax and numpy is not as it was when this module was imported; "" if all is."""
    changed = [
        f"`{name}.{own}`"
        for name, names in _AS_IMPORTED.items()
        if (module := sys.modules.get(name)) is not None
        for own, value in names.items()
        if (now := vars(module).get(own)) is not value and not _is_hook(now)
    ]
    more = len(changed) - _NAMED
    return ", ".join((*changed[:_NAMED], *([f"and {more} more"] if more > 0 else [])))


def _functions_and_classes() -> dict[str, dict[str, Any]]:
    """Those of the libraries, by their modules."""
    return {
        name: {own: value for own, value in vars(module).items() if callable(value)}
        for name, module in tuple(sys.modules.items())
        if name.partition(".")[0] in _LIBRARIES
    }


_AS_IMPORTED = _functions_and_classes()
"""Made in the parent of all workers, which share it: of no use until something fails."""


def _is_hook(value: Any) -> bool:
    """Whether it is one of the judge's own, put in the place of what it watches."""
    return isinstance(value, types.FunctionType) and _judges(value.__globals__["__name__"])


def note_interpreter(problem_modules: Sequence[types.ModuleType]) -> InterpreterState:
    """Note how everything is now, those modules of the problem too.

    It is put back once at the same time: memory that this process shares with its parent is copied when it is
    first written to, and nobody waits for that now.
    """
    put_back_judge = _note_judge(problem_modules)
    state = InterpreterState(_note_all(put_back_judge), put_back_judge)
    state.put_back()
    return state


def _note_judge(problem_modules: Sequence[types.ModuleType]) -> Callable[[], None]:
    """Note what judges, its classes too; returns a function that puts back what was replaced in it."""
    judging = [module for name, module in sys.modules.items() if _judges(name)]
    namespaces = [(vars(module), dict(vars(module))) for module in (*judging, *problem_modules)]
    values = [value for _, names in namespaces for value in names.values()]
    kinds = dict.fromkeys(value for value in values if isinstance(value, type) and _judges(value.__module__))
    update = dict.update
    put_back_classes = _note_classes(kinds, _is_special)
    put_back_code = _note_code((*values, *(value for kind in kinds for value in vars(kind).values())))

    def put_back() -> None:
        for namespace, names in namespaces:
            update(namespace, names)
        put_back_classes()
        put_back_code()

    return put_back


def _note_all(put_back_judge: Callable[[], None]) -> Callable[[], None]:
    """Note how the interpreter is now; returns a function that puts back what is missing or was replaced.

    That is: the modules that are loaded and where they are looked for, the builtins, the names in numpy, jax
    and flax, what judges, the methods of what is judged, how deep calls may go, and that nothing is traced
    and nobody hears of collected garbage. What else a solution adds (its own modules, say) stays.
    """
    trace, profile = sys.settrace, sys.setprofile
    deep_enough, deepen, depth = sys.getrecursionlimit(), sys.setrecursionlimit, sys.getrecursionlimit
    heard, hearing = gc.callbacks, list(gc.callbacks)
    put_back_names = _note_names()
    put_back_classes = _note_classes(dict.fromkeys((*_CLASSES, *map(type, _CLASSES))), _INSTANCE_CHECKS.__contains__)
    lists: list[tuple[list[Any], list[Any]]] = [
        (entries, list(entries)) for entries in (sys.path, sys.meta_path, sys.path_hooks)
    ]

    def put_back() -> None:
        if depth() < deep_enough:
            deepen(deep_enough)
        trace(None)
        profile(None)
        heard[:] = hearing
        for entries, before in lists:
            entries[:] = [*before, *(entry for entry in entries if entry not in before)]
        put_back_names()
        put_back_judge()
        put_back_classes()

    return put_back


def _note_names() -> Callable[[], None]:
    """Note the builtins, the modules that are loaded, and what those of them hold that are guarded."""
    modules = dict(sys.modules)
    guarded = [module for name in _GUARDED if (module := modules.get(name)) is not None]
    namespaces = [(vars(module), dict(vars(module))) for module in guarded]
    own = dict(vars(builtins))
    loaded = sys.modules
    builtin_names = vars(builtins)
    update, system = dict.update, sys

    def put_back() -> None:
        update(builtin_names, own)
        system.modules = loaded
        update(loaded, modules)
        for namespace, names in namespaces:
            update(namespace, names)

    return put_back


def _note_code(values: Iterable[Any]) -> Callable[[], None]:
    """Note what the functions among `values` do, which somebody may change in them."""
    kept = [(value, value.__code__) for value in values if isinstance(value, types.FunctionType)]

    def put_back() -> None:
        for function, code in kept:
            if function.__code__ is not code:
                function.__code__ = code

    return put_back


def _note_classes(kinds: Iterable[type], is_refused: Callable[[str], bool]) -> Callable[[], None]:
    """Note what is in those classes; what is added later under a name that `is_refused` is taken away again."""
    kept = [(kind, dict(vars(kind)), len(vars(kind))) for kind in kinds if kind is not type]
    change, remove = type.__setattr__, type.__delattr__

    def put_back() -> None:
        for kind, names, length in kept:
            now = kind.__dict__
            for name, value in names.items():
                if now.get(name) is not value:
                    change(kind, name, value)
            if len(now) != length:
                for name in [name for name in now if name not in names and is_refused(name)]:
                    remove(kind, name)

    return put_back


def _is_special(name: str) -> bool:
    return name.startswith("__")


def _judges(name: str) -> bool:
    return name.startswith(("flaxdrills.", "flaxdrills_"))
