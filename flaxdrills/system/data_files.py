"""TOML and JSON that came from outside: whatever is wrong with it is one kind of error."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from flaxdrills.system.regular_file import read_regular

_LARGEST_TOML = 256 * 1024
_LARGEST_JSON = 64 * 1024 * 1024
_SHOWN = 60


class DataError(ValueError):
    """A text cannot be read; the message says what it is: "not JSON"."""


def read_toml(path: Path) -> dict[str, Any]:
    """The table in the file at `path`. Raises OSError and DataError."""
    data = read_regular(path, _LARGEST_TOML)
    try:
        # Some editors begin a file with a mark that is no part of it.
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DataError("not UTF-8 text") from error
    except RecursionError as error:
        raise DataError("nested too deeply") from error
    except ValueError as error:
        # Also a number that is too long for Python.
        raise DataError(f"not valid TOML: {error}") from error


def read_json(path: Path) -> Any:
    """The value in the file at `path`. Raises OSError and DataError."""
    return parse_json(read_regular(path, _LARGEST_JSON))


def parse_json(data: bytes) -> Any:
    """The value that `data` spells. Raises DataError."""
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DataError("not UTF-8 text") from error
    except (ValueError, RecursionError) as error:
        raise DataError("not JSON") from error


def in_short(value: object) -> str:
    """`value` as it is written in Python, cut where it is long."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):
        # A number of thousands of digits, or a table in a table without end.
        return "a value that cannot be shown"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
