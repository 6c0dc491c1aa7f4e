"""The parts of a text in Markdown: prose and code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"^```(\w*)\s*$")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")


@dataclass(frozen=True, slots=True)
class MarkdownPart:
    """Prose, or what stands between two fences."""

    line: int
    """Where it begins, from 1."""
    text: str
    language: str | None
    """What the fence says, "" if nothing; None for prose."""


@dataclass(frozen=True, slots=True)
class Code:
    """Code in a text: a block, or a span in a sentence."""

    line: int
    text: str


def parts(text: str) -> Iterator[MarkdownPart]:
    """Prose and fenced blocks of `text`, in order."""
    language: str | None = None
    start, body = 1, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        fence = _FENCE.match(line)
        if fence and (language is None or not fence[1]):
            yield MarkdownPart(start, "\n".join(body), language)
            language = fence[1] if language is None else None
            start, body = number + 1, []
        else:
            body.append(line)
    yield MarkdownPart(start, "\n".join(body), language)


def code_in(text: str) -> Iterator[Code]:
    """The code of `text`: its spans and blocks, but not the blocks that show an output."""
    for part in parts(text):
        if part.language is None:
            for span in _SPAN.finditer(part.text):
                yield Code(part.line + part.text.count("\n", 0, span.start(2)), span[2])
        elif part.language != "output":
            yield Code(part.line, part.text)


def paragraphs_of(text: str, *, items: bool = True) -> Iterator[str]:
    """The paragraphs of prose in `text`, each as one line: no headings, no tables.

    Each item of a list is one too, unless `items` is false.
    """
    for part in parts(text):
        if part.language is None:
            for block in re.split(r"\n\s*\n", part.text):
                for is_item, lines in _paragraphs_in(block):
                    if items or not is_item:
                        yield " ".join(" ".join(lines).split())


def _paragraphs_in(block: str) -> Iterator[tuple[bool, list[str]]]:
    """Whether it is an item of a list, and its lines."""
    is_item, lines = False, list[str]()
    for line in block.splitlines():
        if line.lstrip().startswith(("|", "#")) or line.strip() == "---":
            continue
        item = _ITEM.match(line)
        if item and lines:
            yield is_item, lines
            lines = []
        is_item = is_item or item is not None
        lines.append(line[item.end() :] if item else line)
    if lines:
        yield is_item, lines
