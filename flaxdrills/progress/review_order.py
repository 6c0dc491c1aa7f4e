"""An order in which not too many of one kind follow each other."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

_IN_A_ROW = 3
_Item = TypeVar("_Item")
_Kinds = tuple[Hashable, ...]


def interleaved(items: Iterable[_Item], kinds: Callable[[_Item], Sequence[Hashable]]) -> tuple[_Item, ...]:
    """`items` as they come, except that not four of one kind are in a row where that can be avoided.

    `kinds` says what may be the same, the most important first: all of its answers have the same length.
    For the first it is avoided wherever there is such an order, for the others as far as that leaves room.
    """
    waiting: dict[_Kinds, deque[_Item]] = {}
    position = {}
    for number, item in enumerate(items):
        waiting.setdefault(tuple(kinds(item)), deque()).append(item)
        position[id(item)] = number
    counts = Counter({kind: len(queue) for kind, queue in waiting.items()})
    row: list[_Kinds] = []
    chosen: list[_Item] = []
    while waiting:
        best = min(waiting, key=lambda kind: (_price(kind, row, counts), position[id(waiting[kind][0])]))
        chosen.append(waiting[best].popleft())
        row.append(best)
        counts[best] -= 1
        if not waiting[best]:
            del waiting[best]
    return tuple(chosen)


def _price(kind: _Kinds, row: list[_Kinds], counts: Counter[_Kinds]) -> tuple[bool, ...]:
    """What speaks against `kind` as the next one, the weightiest first."""
    runs = [_run([past[level] for past in row], own) for level, own in enumerate(kind)]
    too_long = [run > _IN_A_ROW for run in runs]
    return (*too_long[:1], *(_is_stuck(kind, run, counts) for run in runs[:1]), *too_long[1:])


def _run(row: list[Hashable], kind: Hashable) -> int:
    """How many of `kind` there would be at the end of `row` with one more."""
    length = 1
    while length <= len(row) and row[-length] == kind:
        length += 1
    return length


def _is_stuck(kind: _Kinds, run: int, counts: Counter[_Kinds]) -> bool:
    """Whether, with `kind` next, the `run`th in a row, what then is left cannot be put in order any more."""
    left: Counter[Hashable] = Counter()
    for other, count in counts.items():
        left[other[0]] += count
    left[kind[0]] -= 1
    total = left.total()
    return any(
        count > _IN_A_ROW * (total - count) + (_IN_A_ROW - run if own == kind[0] else _IN_A_ROW)
        for own, count in left.items()
    )
