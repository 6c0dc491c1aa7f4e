"""What a name of PyTorch's, of older releases, or of the other API is called today: old_names.toml, read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

TABLES: Final[Mapping[str, Mapping[str, str]]] = tomllib.loads(
    Path(__file__).with_name("old_names.toml").read_text("utf-8")
)
"""For each place where a name is missing (a module, "array", "keyword" ...): the old names, and what to use."""


def hint_for(place: str, name: str) -> str:
    """What to write for `name` at `place`, as a sentence; "" where that is not known.

    Something of a part of `place` goes before what holds for all of it: "keyword Linear" before "keyword".
    """
    while place:
        if new := TABLES.get(place, {}).get(name):
            return new if new.endswith(".") else f"Did you mean {new}?"
        place = place.rpartition(" ")[0]
    return ""
