"""A problem's problem.toml: what it says, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from flaxdrills.problems.problem import Environment, Form, Problem
from flaxdrills.problems.problem_files import CatalogueError, reason
from flaxdrills.problems.run_limits import Limits
from flaxdrills.system.data_files import DataError, in_short, read_toml
from flaxdrills.system.settings import Platform

_REQUIRED = ("title", "summary", "difficulty", "function")


_KNOWN = {
    *_REQUIRED,
    "concepts",
    "prerequisites",
    "twin",
    "limits",
    "needs",
    "not_demanded",
    "form",
    "stub_says",
    "introduces",
}
_DEMANDS = ("jit", "grad")
_LARGEST = 1_000_000
"""No limit is higher."""
_MOST_DEVICES = 64
"""Each is threads and memory, whether it is there or simulated."""


def load_problem(folder: Path, track: str, position: int) -> Problem:
    """The problem that `folder` describes.

    Raises CatalogueError, which names the file and what is wrong with it.
    """
    path = folder / "problem.toml"
    try:
        table = read_toml(path)
    except (OSError, DataError) as error:
        raise CatalogueError(f"{path}: {reason(error)}") from error
    if unknown := sorted(set(table) - _KNOWN):
        raise CatalogueError(f"{path}: unknown key {in_short(unknown[0])}")
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
            introduces=_texts(table.get("introduces", [])),
            form=(form := _form(table.get("form", Form.WRITE))),
            stub_says=_stub_says(form, table.get("stub_says")),
        )
    except (TypeError, ValueError, KeyError) as error:
        raise CatalogueError(f"{path}: {reason(error)}") from error


def _environment(table: Mapping[str, Any]) -> Environment:
    if unknown := sorted(set(table) - {"devices", "platform", "tree_mode"}):
        raise ValueError(f"unknown key {in_short(unknown[0])} in [needs]")
    devices, platform = table.get("devices", 1), table.get("platform")
    if type(devices) is not int or not 1 <= devices <= _MOST_DEVICES:
        raise ValueError(f"devices must be a whole number from 1 to {_MOST_DEVICES}, and is {in_short(devices)}")
    if platform is not None and platform not in list(Platform):
        raise ValueError(f"platform must be {' or '.join(map(repr, map(str, Platform)))}, and is {in_short(platform)}")
    tree_mode = table.get("tree_mode", False)
    if type(tree_mode) is not bool:
        raise ValueError(f"tree_mode must be true or false, and is {in_short(tree_mode)}")
    return Environment(devices, None if platform is None else Platform(platform), tree_mode)


def _not_demanded(table: Mapping[str, Any]) -> tuple[str, ...]:
    if unknown := sorted(set(table) - set(_DEMANDS)):
        raise ValueError(f"unknown key {in_short(unknown[0])} in [not_demanded]")
    for name, why in table.items():
        if not isinstance(why, str) or not why.strip():
            raise ValueError(f"{name} in [not_demanded] must be the reason, a text, and is {in_short(why)}")
    return tuple(table)


def _form(value: object) -> Form:
    if not isinstance(value, str) or value not in list(Form):
        raise ValueError(f"form must be one of {', '.join(Form)}, and is {in_short(value)}")
    return Form(value)


def _stub_says(form: Form, value: object) -> str:
    if form.begins_whole:
        if value is None:
            raise ValueError(f"the form {form} needs stub_says: a part of what the report on the stub says")
        return _text(value)
    if value is not None:
        raise ValueError(f"stub_says is for stubs that are whole programs, and the form is {form}")
    return ""


def _limits(table: Mapping[str, Any]) -> Limits:
    if unknown := sorted(set(table) - {field.name for field in fields(Limits)}):
        raise ValueError(f"unknown key {in_short(unknown[0])} in [limits]")
    for name, value in table.items():
        kinds = (int,) if type(getattr(Limits(), name)) is int else (int, float)
        if type(value) not in kinds or not 0 < value <= _LARGEST:
            number = "whole number" if kinds == (int,) else "number"
            raise ValueError(f"{name} must be a {number} above 0, up to {_LARGEST:,}, and is {in_short(value)}")
    return Limits(**table)


def _table(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise ValueError(f"{key} must be a table, and is {in_short(value)}")
    return value


def _difficulty(value: object) -> int:
    if type(value) is not int or not 1 <= value <= 5:
        raise ValueError(f"difficulty must be a number from 1 to 5, and is {in_short(value)}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a text was expected, and {in_short(value)} found")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"a list of texts was expected, and {in_short(value)} found")
    return tuple(map(_text, value))
