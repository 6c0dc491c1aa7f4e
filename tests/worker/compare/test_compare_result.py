"""The result of a case, as it is told."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from typing import Any

import numpy as np

from flaxdrills.worker.compare.closeness import Tolerance
from flaxdrills.worker.compare.compare_result import Expected, compare
from flaxdrills.worker.compare.plain_values import packed
from tests.worker.compare.test_difference_in_words import f32, value


def message(want: Any, have: Any) -> str:
    arguments = {"seed": value(0.0), "rate": value(np.float32(0.9))}
    return compare(Expected("a case", value(want), Tolerance(1e-5, 1e-6), arguments), value(have)).message


def test_where_values_are_wrong_both_are_shown_and_then_the_arguments() -> None:
    assert message(f32([[1, 2]]), f32([[1, 0.9]])).splitlines() == [
        "1 of 2 values are wrong. Largest error 1.1 (relative 0.55) at [0, 1]: 0.9 in place of 2; "
        "the limit there is 2.1e-05.",
        "expected  float32[1, 2]",
        "  [1.0 2.0]",
        "got       float32[1, 2]",
        "  [1.0 0.9]",
        "input     seed=0.0, rate=0.9",
    ]


def test_where_the_shape_is_wrong_the_values_stand_behind_an_empty_line() -> None:
    assert message(f32([[1, 2.5]]), f32([[1], [7]])).splitlines() == [
        "The shape should be (1, 2), and is (2, 1).",
        "expected  float32[1, 2]",
        "got       float32[2, 1]",
        "",
        "expected  float32[1, 2]",
        "  [1.0 2.5]",
        "got       float32[2, 1]",
        "  [1.0]",
        "  [7.0]",
        "input     seed=0.0, rate=0.9",
    ]


def test_a_dict_of_the_standard_library_is_a_dict() -> None:
    want = packed({"b": 2, "a": 1})
    for have in (Counter(a=1, b=2), OrderedDict(a=1, b=2), defaultdict(int, a=1, b=2)):
        assert packed(have) == want


def test_what_is_right_says_nothing() -> None:
    assert message(f32([1, 2]), f32([1, 2])) == ""
