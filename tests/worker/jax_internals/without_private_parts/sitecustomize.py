"""Python imports this first where its folder is on PYTHONPATH: then flaxdrills finds no private part of JAX or Flax.

`jax._src` and `jaxlib` cannot be imported by it (JAX itself still does, as it must), no function of JAX is said to be
in a file below `jax/_src`, and what Flax keeps under private names that flaxdrills knows, or knew, has other names.
"""

import _imp
import builtins
import importlib
import re
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any

_GONE = ("jax._src", "jaxlib")
_RENAMED = re.compile(r"_pytree__|\b_graph_node_meta_call\b|\b_raw_value\b|\b_length\b|\b_global_interceptor_stack\b")

_import, _import_module = builtins.__import__, importlib.import_module


def _refuse(name: str, caller: Mapping[str, Any]) -> None:
    if str(caller.get("__name__", "")).startswith("flaxdrills") and f"{name}.".startswith(
        tuple(f"{gone}." for gone in _GONE)
    ):
        raise ModuleNotFoundError(f"There is no module {name}: it was private.", name=name)


def _refusing_import(
    name: str,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    if level == 0:
        for whole in (name, *(f"{name}.{part}" for part in fromlist or ())):
            _refuse(whole, globals or {})
    return _import(name, globals, locals, fromlist, level)


def _refusing_import_module(name: str, package: str | None = None) -> ModuleType:
    _refuse(name, sys._getframe(1).f_globals)
    return _import_module(name, package)


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType | None:
        if fullname.startswith("flax."):
            source = _RENAMED.sub(lambda found: f"_renamed{found[0]}", self.get_source(fullname) or "")
            return compile(source, self.path, "exec", dont_inherit=True)
        code = super().get_code(fullname)
        assert code is not None
        _imp._fix_co_filename(code, code.co_filename.replace("/jax/_src/", "/jax/renamed/"))  # type: ignore[attr-defined]
        return code


class _Finder:
    @staticmethod
    def find_spec(
        fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith(("jax._src.", "flax.")):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec


builtins.__import__ = _refusing_import
importlib.import_module = _refusing_import_module
sys.meta_path.insert(0, _Finder)
