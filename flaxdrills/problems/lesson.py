"""The code blocks of a lesson and what they are said to print."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

GRAPH_MODE = "graph-mode"
"""Stands after `python` at a block that holds in NNX's graph mode only."""

_FENCE = re.compile(rf"^```(\w*)( {GRAPH_MODE})?\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A ```python block."""

    line: int
    """Where its first line stands in the lesson, from 1."""
    code: str
    output: str | None
    """The ```output block under it, or None where there is none."""
    graph_mode: bool = False
    """Whether it holds in NNX's graph mode only."""


def blocks_of(lesson: str) -> tuple[Block, ...]:
    """The Python blocks of `lesson` in order.

    Raises ValueError for an output block without code over it, and for a block that does not end.
    """
    blocks: list[Block] = []
    opened: tuple[str, int, bool] | None = None
    body: list[str] = []
    free = False
    for number, line in enumerate(lesson.splitlines(), 1):
        fence = _FENCE.match(line)
        if opened is None:
            if fence:
                opened, body = (fence[1], number, bool(fence[2])), []
            elif line.strip():
                free = False
        elif fence and not fence[1]:
            language, start, graph_mode = opened
            opened = None
            if language == "python":
                blocks.append(Block(start + 1, "\n".join(body) + "\n", None, graph_mode))
                free = True
            elif language == "output":
                if not free:
                    raise ValueError(f"line {start}: an output block without a Python block directly over it")
                blocks[-1] = replace(blocks[-1], output="\n".join(body))
                free = False
            else:
                free = False
        else:
            body.append(line)
    if opened is not None:
        raise ValueError(f"line {opened[1]}: this block does not end")
    return tuple(blocks)
