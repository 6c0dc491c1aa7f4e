"""Textual as a release to come might have it: what is private and used here has another name.

`python -m tests.ui.renamed_textual ARGUMENT ...` is `flaxdrills ARGUMENT ...` on such a release.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

PRIVATE = {
    "textual._styles_cache": ("get_inner_outer",),
    "textual.drivers.linux_driver": ("_file", "XTermParser", "getincrementaldecoder"),
    "textual.widgets._markdown": ("_get_headers_and_rows",),
    "textual.widgets._option_list": ("_heights", "_index_to_line"),
    "textual._xterm_parser": ("_sequence_to_key_events",),
}
"""The modules of Textual of which private names are used, and these names."""


class _RenamingLoader(SourceFileLoader):
    """Loads a module of Textual whose private names are others."""

    def get_code(self, fullname: str) -> CodeType:
        return compile(_renamed(Path(self.path).read_text(), PRIVATE[fullname]), self.path, "exec")


class _RenamingFinder(MetaPathFinder):
    """Finds those modules."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path) if fullname in PRIVATE else None
        if spec is not None and spec.origin is not None:
            spec.loader = _RenamingLoader(fullname, spec.origin)
        return spec


def rename_private_parts() -> None:
    """Have every name in PRIVATE be called something else within Textual, which is not imported yet."""
    assert "textual" not in sys.modules
    sys.meta_path.insert(0, _RenamingFinder())


def _renamed(source: str, names: Sequence[str]) -> str:
    for name in names:
        assert re.search(rf"\b{name}\b", source), f"Textual has no {name} any more"
        source = re.sub(rf"^(from .* import ){name}$", rf"\g<1>{name} as {name}_renamed", source, flags=re.MULTILINE)
        source = re.sub(rf"(?<!import )\b{name}\b(?! as )", f"{name}_renamed", source)
    return source


if __name__ == "__main__":
    rename_private_parts()
    from flaxdrills.cli import main

    main()
