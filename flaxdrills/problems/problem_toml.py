"""A problem's problem.toml: what it says, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from flaxdrills.problems.problem import Environment, Problem
from flaxdrills.problems.problem_files import CatalogueError, reason
from flaxdrills.problems.run_limits import Limits
from flaxdrills.system.settings import Platform

_REQUIRED = ("title", "summary", "difficulty", "function")


_KNOWN = {*_REQUIRED, "concepts", "prerequisites", "twin", "limits", "needs", "not_demanded"}
_DEMANDS = ("jit", "grad")


def load_problem(folder: Path, track: str, position: int) -> Problem:
    """The problem that `folder` describes.

    Raises CatalogueError, which names the file and what is wrong with it.
    """
    path = folder / "problem.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path}: {reason(error)}") from error
    if unknown := sorted(set(table) - _KNOWN):
        raise CatalogueError(f"{path}: unknown key {unknown[0]!r}")
    if missing := [key for key in _REQUIRED if key not in table]:
        raise CatalogueError(f"{path}: {missing[0]!r} is missing")
    try:
        return Problem(
            id=folder.name,
            track=track,
            position=position,
            title=_text(table["title"]),
            summary=_text(table["summary"]),
            difficulty=_difficulty(table["difficulty"]),
            function=_text(table["function"]),
            folder=folder,
            concepts=_texts(table.get("concepts", [])),
            prerequisites=_texts(table.get("prerequisites", [])),
            twin=_text(table["twin"]) if "twin" in table else None,
            limits=_limits(_table(table, "limits")),
            environment=_environment(_table(table, "needs")),
            not_demanded=_not_demanded(_table(table, "not_demanded")),
        )
    except (TypeError, ValueError, KeyError) as error:
        raise CatalogueError(f"{path}: {reason(error)}") from error


def _environment(table: Mapping[str, Any]) -> Environment:
    if unknown := sorted(set(table) - {"devices", "platform"}):
        raise ValueError(f"unknown key {unknown[0]!r} in [needs]")
    devices, platform = table.get("devices", 1), table.get("platform")
    if type(devices) is not int or devices < 1:
        raise ValueError(f"devices must be a whole number from 1, and is {devices!r}")
    return Environment(devices, None if platform is None else Platform(platform))


def _not_demanded(table: Mapping[str, Any]) -> tuple[str, ...]:
    if unknown := sorted(set(table) - set(_DEMANDS)):
        raise ValueError(f"unknown key {unknown[0]!r} in [not_demanded]")
    for name, why in table.items():
        if not isinstance(why, str) or not why.strip():
            raise ValueError(f"{name} in [not_demanded] must be the reason, a text, and is {why!r}")
    return tuple(table)


def _limits(table: Mapping[str, Any]) -> Limits:
    if unknown := sorted(set(table) - {field.name for field in fields(Limits)}):
        raise ValueError(f"unknown key {unknown[0]!r} in [limits]")
    for name, value in table.items():
        if type(value) not in (int, float) or not value > 0:
            raise ValueError(f"{name} must be a number above 0, and is {value!r}")
    return Limits(**table)


def _table(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise ValueError(f"{key} must be a table, and is {value!r}")
    return value


def _difficulty(value: object) -> int:
    if type(value) is not int or not 1 <= value <= 5:
        raise ValueError(f"difficulty must be a number from 1 to 5, and is {value!r}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a text was expected, and {value!r} found")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"a list of texts was expected, and {value!r} found")
    return tuple(map(_text, value))
