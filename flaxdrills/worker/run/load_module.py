"""Loading source text as a module, as Python would, without a file on the path."""

from __future__ import annotations

import linecache
import sys
import types
from pathlib import Path
from typing import Any


def load(source: str, filename: str, name: str) -> types.ModuleType:
    """A module called `name` made from `source`; tracebacks and `inspect` find its lines under `filename`.

    Raises whatever the source raises, SyntaxError included.
    """
    source = source.removeprefix("\ufeff")  # A byte order mark, as some editors write it.
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    code = compile(source, filename, "exec", dont_inherit=True)
    module = types.ModuleType(name)
    module.__file__ = filename
    sys.modules[name] = module
    exec(code, vars(module))
    return module


def load_file(path: Path, name: str) -> types.ModuleType:
    """The module at `path`, under `name`. Raises OSError, and whatever the file raises."""
    return load(path.read_text("utf-8"), str(path), name)


def member(module: types.ModuleType, name: str) -> Any:
    """What `module` defines as `name`, or None."""
    return vars(module).get(name)
