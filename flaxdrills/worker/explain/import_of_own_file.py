"""Why a solution cannot import another file of the learner's: a solution is one file."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

_ONE_FILE = "A solution is one file: {what} is not loaded with it. Copy into this file what you need of it."
_RELATIVE = re.compile(r"from\s+\.+\s*([\w.]*)\s*import\s+\(?\s*(\w*)")


def cause_of_own_import(error: BaseException, filename: str, line: str) -> str:
    """What to say where `error` came of importing a file that lies beside `filename`; "" elsewhere.

    `line` is the learner's line that raised it. A relative import is always one of an own file.
    """
    if not isinstance(error, ImportError):
        return ""
    if relative := _RELATIVE.match(line):
        name = relative[1].partition(".")[0] or relative[2]
        found = _beside(filename, name)
        return _ONE_FILE.format(what=f"`{found}`" if found else "another file")
    if isinstance(error, ModuleNotFoundError) and isinstance(error.name, str):
        found = _beside(filename, error.name)
        return _ONE_FILE.format(what=f"`{found}`") if found else ""
    return ""


def _beside(filename: str, name: str) -> str:
    """The file or folder beside `filename` that `name` would import; a name has "_" where a file may have "-"."""
    with contextlib.suppress(OSError, ValueError):
        for path in sorted(Path(filename).parent.iterdir()):
            if path.stem.replace("-", "_") == name and (path.suffix == ".py" or (path.is_dir() and not path.suffix)):
                return path.name if path.suffix else f"{path.name}/"
    return ""
