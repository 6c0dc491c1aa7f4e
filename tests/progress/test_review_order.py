"""Not four of one kind in a row."""

from __future__ import annotations

from itertools import groupby, permutations, product

import pytest

from flaxdrills.progress.review_order import interleaved


def longest_run(word: str) -> int:
    return max((len(list(group)) for _, group in groupby(word)), default=0)


def put(word: str) -> str:
    return "".join(
        item[0] for item in interleaved([(letter, number) for number, letter in enumerate(word)], lambda i: i[0])
    )


@pytest.mark.parametrize("word", ["", "a", "abc", "aaab", "aaabbbccc", "abababab"])
def test_what_is_mixed_already_stays_as_it_is(word: str) -> None:
    assert put(word) == word


@pytest.mark.parametrize(
    ("word", "order"),
    [
        ("aaaab", "aaaba"),
        ("aaaabc", "aaabac"),
        # Keeping to the order at first would leave too many of one kind for the end.
        ("baaaaaa", "aaabaaa"),
        ("aaaa", "aaaa"),
        ("aaaaaaaab", "aaabaaaaa"),
    ],
)
def test_a_fourth_one_waits(word: str, order: str) -> None:
    assert put(word) == order


@pytest.mark.parametrize("length", range(8))
def test_there_are_never_four_in_a_row_where_that_can_be_avoided(length: int) -> None:
    for letters in product("abc", repeat=length):
        word = "".join(letters)
        found = put(word)
        assert sorted(found) == sorted(word)
        if longest_run(found) > 3:
            assert all(longest_run("".join(other)) > 3 for other in set(permutations(word)))


def test_the_second_kind_is_minded_where_the_first_leaves_room() -> None:
    items = [("nnx", topic) for topic in ("state", "state", "state", "state", "param")]
    assert [topic for _, topic in interleaved(items, lambda item: item)] == [
        "state",
        "state",
        "state",
        "param",
        "state",
    ]


def test_the_same_item_may_be_there_twice() -> None:
    one = ("a",)
    assert interleaved([one, one], lambda item: item) == (one, one)
