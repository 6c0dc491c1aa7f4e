"""The code blocks of a lesson and what they are said to print."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"^```(\w*)\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A ```python block."""

    line: int
    """Where its first line stands in the lesson, from 1."""
    code: str
    output: str | None
    """The ```output block under it, or None where there is none."""


def blocks_of(lesson: str) -> tuple[Block, ...]:
    """The Python blocks of `lesson` in order.

    Raises ValueError for an output block without code over it, and for a block that does not end.
    """
    blocks: list[Block] = []
    opened: tuple[str, int] | None = None
    body: list[str] = []
    free = False
    for number, line in enumerate(lesson.splitlines(), 1):
        fence = _FENCE.match(line)
        if opened is None:
            if fence:
                opened, body = (fence[1], number), []
            elif line.strip():
                free = False
        elif fence and not fence[1]:
            language, start = opened
            opened = None
            if language == "python":
                blocks.append(Block(start + 1, "\n".join(body) + "\n", None))
                free = True
            elif language == "output":
                if not free:
                    raise ValueError(f"line {start}: an output block without a Python block directly over it")
                last = blocks.pop()
                blocks.append(Block(last.line, last.code, "\n".join(body)))
                free = False
            else:
                free = False
        else:
            body.append(line)
    if opened is not None:
        raise ValueError(f"line {opened[1]}: this block does not end")
    return tuple(blocks)
