"""Whether names of the libraries exist."""

from __future__ import annotations

import importlib
import inspect
import types
import warnings
from collections.abc import Iterable


def missing_names(names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names`, such as "flax.nnx.Linear", that do not exist."""
    with warnings.catch_warnings():
        # Old names warn when they are touched, and exist all the same.
        warnings.simplefilter("ignore")
        return tuple(name for name in names if not _exists(name))


def _exists(name: str) -> bool:
    root, *steps = name.split(".")
    try:
        here = importlib.import_module(root)
    except ImportError:
        return False
    path = root
    for step in steps:
        path = f"{path}.{step}"
        try:
            here = getattr(here, step)
        except AttributeError:
            if isinstance(here, type) and _is_declared(here, step):
                # Only objects of the class have it: what comes behind it is not known.
                return True
            module = _submodule(path) if isinstance(here, types.ModuleType) else None
            if module is None:
                return False
            here = module
    return True


def _is_declared(kind: type, attribute: str) -> bool:
    """Whether objects of `kind` have `attribute`, going by its annotations: fields of a dataclass, for one."""
    return any(attribute in inspect.get_annotations(base) for base in kind.__mro__)


def _submodule(path: str) -> types.ModuleType | None:
    """The module at `path`, which need not be imported yet."""
    try:
        return importlib.import_module(path)
    except ImportError:
        return None
