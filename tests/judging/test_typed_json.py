"""From JSON back to values."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

import pytest

from flaxdrills.judging.typed_json import from_json


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    colour: Colour = Colour.RED
    shape: tuple[int, ...] | None = None
    leaves: tuple[Leaf, ...] = ()
    pairs: tuple[tuple[str, float], ...] = ()


LEAF = Leaf("a", shape=(1, 2), leaves=(Leaf("b"), Leaf("c", leaves=(Leaf("d"),))), pairs=(("x", 1.5), ("y", 2)))


def test_a_value_comes_back_as_it_was() -> None:
    again = from_json(Leaf, json.loads(json.dumps(asdict(LEAF))))
    assert again == LEAF
    assert isinstance(again.colour, Colour)
    assert repr(again.pairs) == "(('x', 1.5), ('y', 2.0))"


@pytest.mark.parametrize(
    "change",
    [
        {"name": 3},
        {"name": None},
        {"colour": "blue"},
        {"shape": "12"},
        {"shape": {"1": 2}},
        {"shape": [1.5]},
        {"leaves": None},
        {"leaves": [{}]},
        {"leaves": ["b"]},
        {"pairs": [["x"]]},
        {"pairs": [["x", 1.0, 2.0]]},
        {"another": 1},
    ],
    ids=str,
)
def test_what_was_no_such_value_is_not_made_one(change: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)):
        from_json(Leaf, json.loads(json.dumps(asdict(LEAF) | change)))


def test_a_field_that_is_not_there_is_missed() -> None:
    with pytest.raises(TypeError, match="does not have the fields"):
        from_json(Leaf, {"name": "a"})
