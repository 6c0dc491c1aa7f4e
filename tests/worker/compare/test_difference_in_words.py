"""What relates a wrong result to the expected one: each relation, and what only looks like it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jax.numpy as jnp
import ml_dtypes
import numpy as np
import pytest
from flax import nnx

from flaxdrills.worker.compare.closeness import Tolerance
from flaxdrills.worker.compare.compare_result import Expected, compare
from flaxdrills.worker.compare.difference_in_words import relation
from flaxdrills.worker.compare.plain_values import Leaf, Node, Opaque, Value, packed, unpacked

Array = np.ndarray[Any, Any]

VECTOR = np.array([0.3171, -1.2043, 2.7719, 0.0527, -0.4413], np.float32)
MATRIX = np.array([[0.3171, -1.2043, 2.7719], [0.0527, -0.4413, 1.1917]], np.float32)
SQUARE = np.array([[0.3171, -1.2043, 2.7719], [0.0527, -0.4413, 1.1917], [-3.1133, 0.7319, 0.2201]], np.float32)
TALL = np.random.default_rng(0).normal(size=(6, 4)).astype(np.float32)
CUBE = np.random.default_rng(1).normal(size=(2, 3, 4)).astype(np.float32)
NAN = np.float32("nan")


def f32(numbers: Any) -> Array:
    """An array of dtype float32."""
    return np.array(numbers, np.float32)


def i32(numbers: Any) -> Array:
    """An array of dtype int32."""
    return np.array(numbers, np.int32)


def value(given: Any) -> Value:
    """`given` as the supervisor has it: arrays are leaves, tuples, lists and dicts nodes, numbers weak leaves."""
    if isinstance(given, np.ndarray | np.generic):
        return Leaf(np.asarray(given))
    if isinstance(given, tuple | list):
        return Node(type(given).__name__, tuple(map(str, range(len(given)))), tuple(map(value, given)))
    if isinstance(given, dict):
        return Node("dict", tuple(given), tuple(map(value, given.values())))
    if isinstance(given, float | int):
        return Leaf(np.asarray(given, np.float32), weak=True)
    return Opaque(type(given).__name__)


def message(want: Any, have: Value) -> str:
    """What a case says that returned `have`."""
    return compare(Expected("a case", value(want), Tolerance(1e-5, 1e-6)), have).message


def test_of_whole_numbers_only_the_numbers_are_told() -> None:
    assert "wrong. Largest error 11 at [1]: 5 in place of 16.\n" in message(i32([3, 16]), value(i32([3, 5])))
    assert "the limit there is" in message(f32([3, 16]), value(f32([3, 5])))


def test_none_is_none() -> None:
    assert message(f32([1]), Node("NoneType", (), ())).endswith("got       None")


def told(want: Any, have: Any, rtol: float = 1e-5, atol: float = 1e-6, **arguments: Any) -> str:
    named: Mapping[str, Value] = {name: value(argument) for name, argument in arguments.items()}
    return relation(value(want), value(have), named, Tolerance(rtol, atol))


def changed(array: Array, *places: Any, to: float = 9.4231) -> Array:
    """A copy of `array` with another value at `places`."""
    array = array.copy()
    for place in places:
        array[place] = to
    return array


@pytest.mark.parametrize(
    ("want", "have", "sentence"),
    [
        # another place
        (MATRIX, MATRIX.T, "The values are right, and transposed."),
        (SQUARE, SQUARE.T, "The values are right, and transposed."),
        (CUBE, CUBE.transpose(2, 0, 1), "their axes are in a different order: that of transpose(2, 0, 1)."),
        (VECTOR, VECTOR[::-1], "The values are right, and reversed."),
        (TALL, TALL[::-1], "The values are right, and reversed along axis 0."),
        (TALL, TALL[:, ::-1], "The values are right, and reversed along axis 1."),
        (VECTOR, VECTOR[[2, 0, 1, 4, 3]], "The values are right, but in a different order."),
        (TALL, TALL[[1, 0, 2, 5, 3, 4]], "The slices are right, but in a different order along axis 0."),
        (MATRIX, MATRIX[::-1], "The slices are right, but in a different order along axis 0."),
        (VECTOR, np.roll(VECTOR, 1), "Each value stands one place later than it should."),
        (TALL, np.roll(TALL, -1, axis=0), "Each value stands one place earlier than it should along axis 0."),
        (VECTOR, np.r_[np.float32(0), VECTOR[:-1]], "Each value stands one place later than it should."),
        (MATRIX, MATRIX.ravel()[[3, 1, 5, 0, 2, 4]].reshape(2, 3), "the expected ones, in different places."),
        (np.array([3.0, 0.7713]), np.array([0.7713, 3.0]), "The two values are swapped."),
        (np.arange(9.0), np.arange(9.0)[::-1], "The values are right, and reversed."),
        # another amount
        (VECTOR, VECTOR + np.float32(0.5), "Every value is 0.5 too large."),
        (VECTOR, VECTOR - np.float32(1.25), "Every value is 1.25 too small."),
        (VECTOR, -VECTOR, "Every value has the opposite sign."),
        (VECTOR, 2 * VECTOR, "Every value is twice what it should be."),
        (VECTOR, VECTOR / 2, "Every value is half of what it should be."),
        (VECTOR, VECTOR * np.float32(1.7), "Every value is 1.7 times what it should be."),
        (VECTOR, 5 * VECTOR, "5 times what it should be; 5 is the size of what is expected"),
        (TALL, TALL / 6, "1/6 times what it should be; 6 is the length of axis 0 of what is expected"),
        (TALL, TALL + VECTOR[:4], "The error is the same all along axis 0, as when a bias is left out or added twice."),
        (TALL, TALL + VECTOR[:3].repeat(2)[:, None], "The error is the same all along axis 1"),
        (np.float32(0.7713), np.float32(-0.7713), "The value has the opposite sign."),
        (np.float32(0.7713), np.float32(1.5426), "The value is twice what it should be."),
        # another shape
        (VECTOR, VECTOR[:, None], "The values are right; there is an axis of size one too many."),
        (VECTOR[None], VECTOR, "The values are right; an axis of size one is missing."),
        (VECTOR[None, :, None], VECTOR, "The values are right; axes of size one are missing."),
        (VECTOR[None], VECTOR[:, None], "The values are right; an axis of size one is in a different place."),
        (f32([2.0]), np.float32(2.0), "The value is right; an axis of size one is missing."),
        (MATRIX, MATRIX.ravel(), "The values are right and in order, and were flattened."),
        (MATRIX, MATRIX.reshape(3, 2), "The values are right and in order; only the shape is different."),
        (VECTOR, np.tile(VECTOR, (3, 1)), "The values are right, and repeated: they were broadcast to a larger shape."),
        (np.tile(VECTOR, (3, 1)), VECTOR, "The values are right, and should be repeated (broadcast)"),
        (TALL.sum(0), TALL, "What is expected is the sum of what was returned over axis 0."),
        (TALL.mean(), TALL, "What is expected is the mean of what was returned."),
        (VECTOR, VECTOR.sum(), "What was returned is the sum of what is expected."),
        (TALL, TALL.mean(1), "What was returned is the mean of what is expected over axis 1."),
        (VECTOR, VECTOR[:-1], "The last value is missing; the others are right."),
        (TALL, TALL[1:], "The first slice along axis 0 is missing; the others are right."),
        (VECTOR, np.r_[np.float32(7), VECTOR], "There is one value too many, the first; the others are right."),
        # another dtype
        (VECTOR, VECTOR.astype(np.float16), ""),
        (VECTOR.astype(np.float16), VECTOR.astype(np.float16).astype(np.float32), "only the dtype is different."),
        (np.arange(3, dtype=np.int32), np.arange(3, dtype=np.float32), "only the dtype is different."),
        (VECTOR.astype(ml_dtypes.bfloat16), VECTOR.astype(ml_dtypes.bfloat16).astype(np.float32), "only the dtype"),
        (VECTOR, VECTOR.astype(np.int32), "The values are the expected ones cut to whole numbers."),
        # all of a kind
        (VECTOR, VECTOR * 0, "Every value is zero."),
        (VECTOR, VECTOR * NAN, "Every value is NaN."),
        (VECTOR, np.full(5, np.inf, np.float32), "Every value is infinite."),
        (VECTOR, changed(VECTOR, 1, to=np.nan), "The wrong values are NaN; all the others are right."),
        (np.array([True, False, False, True]), np.array([False, True, True, False]), "True and False are swapped."),
        # some rows
        (TALL, changed(TALL, 2), "Along axis 0 only index 2 of 6 is wrong."),
        (TALL, changed(TALL, 0, 5), "Along axis 0 only the indices 0 and 5 of 6 are wrong."),
        (TALL, changed(TALL, (slice(None), 3)), "Along axis 1 only index 3 of 4 is wrong."),
        (np.tile(TALL, (2, 1)), changed(np.tile(TALL, (2, 1)), 1, 2, 5, 6), "only 4 of 12 are wrong, the first at"),
    ],
)  # fmt: skip
def test_a_relation_is_told(want: Array, have: Array, sentence: str) -> None:
    found = told(want, have)
    assert (sentence in found) if sentence else found == ""


@pytest.mark.parametrize(
    ("want", "have"),
    [
        # one number is a constant, a factor and a sum away from any other
        (np.float32(0.7713), np.float32(1.2345)),
        (np.float32(2.0), np.float32(4.0)),
        (np.float32(2.0), np.float32(-2.0)),
        (np.float32(0.5), np.float32(1.0)),
        (np.float32(3.0), f32([1.0, 2.0])),
        (np.float32(2.0), f32([1.0, 1.0])),
        (f32([0.7713]), f32([0.3])),
        # two numbers, or all alike
        (f32([1.0, 2.0]), f32([2.0, 1.0])),
        (f32([1.0, 2.0]), f32([2.0, 3.0])),
        (f32([2.0, 2.0, 2.0, 2.0]), f32([3.0, 3.0, 3.0, 3.0])),
        (f32([0.1, 0.1, 0.1]), f32([0.35, 0.35, 0.35])),
        (np.zeros(4, np.float32), np.ones(4, np.float32)),
        # few whole numbers, which stand in another order by accident
        (i32([0, 1, 2]), i32([2, 1, 0])),
        (i32([0, 1, 0, 1, 1]), i32([1, 0, 1, 0, 1])),
        (f32([[1, 0], [0, 0]]), f32([[0, 0], [0, 1]])),
        (np.array([True, False]), np.array([False, True])),
        (np.array([True, False, True, True]), np.array([False, False, True, False])),
        # a relation that holds nearly
        (VECTOR, changed(VECTOR + np.float32(0.5), 3)),
        (VECTOR, changed(2 * VECTOR, 3)),
        (VECTOR, changed(VECTOR[::-1], 1)),
        (SQUARE, changed(SQUARE.T, (0, 1), (1, 1), (2, 0), (1, 2), (2, 2))),
        (VECTOR, changed(VECTOR, 1)),
        (VECTOR, VECTOR**2),
        # as large as the tolerance
        (f32([1, 2, 3]) * 1e-6, f32([4, 4, 4]) * 1e-6),
        # nothing to go by
        (np.zeros((0, 3), np.float32), np.zeros((3, 0), np.float32)),
        (VECTOR, f32([1.0, 2.0])),
        (VECTOR, {}),
        (VECTOR, object()),
        ({}, object()),
    ],
)  # fmt: skip
def test_what_holds_by_accident_is_not_told(want: Any, have: Any) -> None:
    assert told(want, have) == ""


def test_a_factor_is_named_after_the_argument_that_has_this_length() -> None:
    sentence = told(np.float32(0.7713), np.float32(7 * 0.7713), x=np.zeros((7, 3), np.float32))
    assert "7 times what it should be; 7 is the length of axis 0 of x" in sentence
    assert told(np.float32(0.7713), np.float32(7 * 0.7713)) == ""
    root = told(VECTOR, VECTOR * np.float32(7**-0.5), x=np.zeros((7, 3), np.float32))
    assert root == "Every value is 1/sqrt(7) times what it should be; 7 is the length of axis 0 of x."


def test_an_argument_that_is_returned_unchanged_is_named() -> None:
    assert told(VECTOR * 2, VECTOR, x=VECTOR, n=3.0) == "What was returned is the argument x, unchanged."
    tree = {"kernel": TALL, "bias": VECTOR}
    other = {"kernel": TALL + 1, "bias": VECTOR}
    assert told(other, tree, params=tree) == "What was returned is the argument params, unchanged."


@pytest.mark.parametrize(
    ("want", "have", "arguments"),
    [
        (f32([3.0, 1.0]), f32([0.0, 0.0]), {"x": f32([0.0, 0.0])}),
        (np.float32(2.0), 3.0, {"n": 3.0}),
        (VECTOR * 2 + 1, VECTOR, {"x": VECTOR, "y": VECTOR}),
    ],
)
def test_an_argument_that_is_equal_by_accident_is_not_named(want: Any, have: Any, arguments: dict[str, Any]) -> None:
    assert "argument" not in told(want, have, **arguments)


@pytest.mark.parametrize(
    ("want", "have", "sentence"),
    [
        ((VECTOR, TALL), (TALL, VECTOR), "The two entries are swapped."),
        ((VECTOR, TALL, MATRIX), (TALL, MATRIX, VECTOR), "The entries are in a different order."),
        ((VECTOR, TALL), [VECTOR, TALL], "The entries are right; only the container is a list and not a tuple."),
        (VECTOR, (VECTOR,), "The value is right, but it is in a tuple of one"),
        ((VECTOR,), VECTOR, "The value is right, and should be in a tuple of one."),
        (VECTOR, (VECTOR, {"params": TALL}), "What is expected is only the entry [0] of what was returned."),
        (np.stack([VECTOR, -VECTOR]), (VECTOR, -VECTOR), "they are in a tuple and not in one array."),
        ((VECTOR, MATRIX), (VECTOR, MATRIX.T), "At [1]: The values are right, and transposed."),
        ({"a": VECTOR, "b": TALL}, {"a": VECTOR, "b": -TALL}, "At [b]: Every value has the opposite sign."),
        ({"a": {"b": VECTOR}}, {"a": {"b": VECTOR[None]}}, "At [a][b]: The values are right; there is an axis"),
        ((np.float32(1), np.float32(2)), (np.float32(2), np.float32(1)), ""),
        ((VECTOR, VECTOR), (VECTOR, VECTOR + VECTOR**2), ""),
        ({"a": VECTOR}, {"b": VECTOR}, ""),
    ],
)  # fmt: skip
def test_containers_are_looked_into(want: Any, have: Any, sentence: str) -> None:
    found = told(want, have)
    assert (sentence in found) if sentence else found == ""


@pytest.mark.parametrize(
    ("kind", "name", "sentence"),
    [
        ("tuple", "0", "The value is right, but it is in a tuple of one: a comma at the end of a line makes one."),
        ("list", "0", "The value is right, but it is the only entry of a list."),
        ("dict", "value", "The value is right, but it is the only entry of a dict."),
        ("State", "value", "The value is right, but it is the only entry of a State."),
        ("Partitioned", "value", "The value is right, but it is the only entry of a Partitioned."),
        ("Stat", "value", "The value is right; the task wants what the Stat holds (`[...]`), and not the Stat."),
    ],
)  # fmt: skip
def test_what_stands_alone_in_a_container_is_told_by_the_container(kind: str, name: str, sentence: str) -> None:
    have = Node(kind, (name,), (value(VECTOR),))
    assert relation(value(VECTOR), have, {}, Tolerance(1e-5, 1e-6)) == sentence


@pytest.mark.parametrize("kind", [nnx.Variable, nnx.Param, nnx.BatchStat])
def test_a_variable_is_told_apart_from_other_containers(kind: type[nnx.Variable[Any]]) -> None:
    have = unpacked(packed(kind(jnp.asarray(VECTOR))))
    assert "wants what the" in relation(value(VECTOR), have, {}, Tolerance(1e-5, 1e-6))


def test_the_sentence_stands_under_the_first_line_and_nothing_else_changes() -> None:
    expected = Expected("one", value(VECTOR), Tolerance(1e-5, 1e-6), {"seed": value(1)})
    result = compare(expected, value(-VECTOR))
    first, second, *rest = result.message.splitlines()
    assert first.startswith("5 of 5 values are wrong.")
    assert second == "Every value has the opposite sign."
    assert [line.split()[0] for line in rest if line[0] != " "] == ["expected", "got", "input"]
    assert result.finding == "float32[5]"
    silent = compare(expected, value(VECTOR**2))
    assert [line.split()[0] for line in silent.message.splitlines()[1:] if line[0] != " "] == [
        "expected",
        "got",
        "input",
    ]
    assert compare(expected, value(VECTOR)).message == ""


def test_keys_are_left_alone() -> None:
    data = np.array([3, 7], np.uint32)
    assert relation(Leaf(data, key=True), Leaf(data[::-1], key=True), {}, Tolerance(1e-5, 0.0)) == ""


def test_large_results_take_no_long_search() -> None:
    large = np.random.default_rng(0).normal(size=(1200, 1000)).astype(np.float32)
    assert told(large, large.T[::-1].reshape(1200, 1000)) == ""
    assert told(large, -large) == "Every value has the opposite sign."
    huge = np.broadcast_to(np.float32(1), (5000, 1000))
    assert told(huge, huge * 2) == ""


def random_array(random: np.random.Generator) -> Array:
    shape = tuple(int(length) for length in random.integers(0, 4, size=int(random.integers(0, 4))))
    dtype = random.choice(np.array(["float32", "int32", "bool", "complex64", "float16", "uint8"]))
    numbers = random.integers(-2, 3, size=shape) * random.choice([1.0, 0.37])
    if random.random() < 0.2:
        numbers = np.where(random.random(shape) < 0.5, random.choice([np.nan, np.inf, -np.inf]), numbers)
    with np.errstate(all="ignore"):
        return np.asarray(numbers).astype(dtype)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_raises_or_warns_whatever_is_returned(seed: int) -> None:
    random = np.random.default_rng(seed)
    for _ in range(400):
        want, have = random_array(random), random_array(random)
        told(want, have, x=random_array(random))
        told((want, have), (have, want), x=random_array(random))
        told(want, [have, want])
        told({"a": have}, {"a": want})
