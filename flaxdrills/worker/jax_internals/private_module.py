"""Finding a private module, which the next release may not have."""

from __future__ import annotations

import importlib
from types import ModuleType


def private_module(name: str, *parts: str) -> ModuleType | None:
    """The module of that name, or None where there is none, or it lacks one of these parts."""
    try:
        module = importlib.import_module(name)
    except ImportError:
        return None
    return module if all(hasattr(module, part) for part in parts) else None
