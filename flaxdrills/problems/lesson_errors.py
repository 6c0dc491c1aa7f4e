"""Which section of a lesson shows an error that a learner met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flaxdrills.problems.lesson import blocks_of

_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(?:#+ +([^\n]+)|\*\*(.+?)\*\*)", re.MULTILINE | re.DOTALL)
"""A heading, or the words in bold with which a paragraph begins."""

_CLASS = re.compile(r"^[ \t]*class (\w+)", re.MULTILINE)
_ANY = "\N{WHITE SQUARE}"
"""Stands for a name or a number that may be a different one in the same error."""
_TYPE = re.compile(r"'?<class '([\w.]+)'>'?")
_OWN = ("solution.", "__main__.")
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|`[^`\n]*`")
_NUMBERS = re.compile(r"[(\[][\d., -]*[)\]]|(?<![\w.])-?\d[\d.]*(?!\w)")
_PAGE = re.compile(r"\s*\(https://\S*\)\s*$")
_PYTHON = re.compile(
    r"has no attribute|keyword argument|positional argument|is not callable|not subscriptable|unsupported operand"
    r"|does not support|has no len|is not iterable|is not defined|cannot import|indices must be|object is not"
)
"""Errors of Python itself: what they are about is in the names, which must be the same."""
_WORDS = 3
"""So many words must be the same in an error of a library, where names and numbers need not be."""


def section_with_error(lesson: str, kind: str, message: str) -> str:
    """The heading of the first section of `lesson` with a block that prints the error `kind`: `message`; "" if none."""
    message = _PAGE.sub("", message.strip())
    for line, said, classes in _errors(lesson, kind):
        if any(_fits(said, text, classes) for text in (message, message.partition("\n")[0])):
            return _heading(lesson, line)
    return ""


def _errors(lesson: str, kind: str) -> Iterator[tuple[int, str, frozenset[str]]]:
    """The messages of errors of that kind: the line of the block, the message, and the classes of the lesson."""
    try:
        blocks = blocks_of(lesson)
    except ValueError:
        return
    classes = frozenset(name for block in blocks for name in _CLASS.findall(block.code))
    for block in blocks:
        for row in (block.output or "").splitlines():
            begin, _, said = row.partition(": ")
            if begin == kind and said:
                yield block.line, said, classes


def _fits(said: str, message: str, classes: frozenset[str]) -> bool:
    """Whether `message` is the error that a lesson says as `said`; there `...` stands for any text."""
    said, message = " ".join(said.split()), " ".join(message.split())
    if said == message:
        return True
    if _PYTHON.search(said):
        # A name that is left out may be any.
        return not re.search(r"['\"]\.\.\.", said) and _matches(said, message, classes)
    said, message = _stable(said), _stable(message)
    return len(re.findall(r"[^\W\d_]{2,}", said)) >= _WORDS and _matches(said, message, classes)


def _matches(said: str, message: str, classes: frozenset[str]) -> bool:
    """Whether both are the same, whatever stands for `...` and for the classes that the lesson defines."""
    pattern = ".*".join(map(re.escape, said.split("...")))
    if classes:
        pattern = re.sub(rf"\b(?:{'|'.join(classes)})\b", r"\\w+", pattern)
    return re.fullmatch(pattern, message) is not None


def _stable(message: str) -> str:
    """`message` without the names and numbers in it."""
    text = _TYPE.sub(lambda found: _ANY if found[1].startswith(_OWN) else found[1], message)
    return _NUMBERS.sub(_ANY, _QUOTED.sub(_ANY, text))


def _heading(lesson: str, line: int) -> str:
    """The last heading before that line of `lesson`."""
    text = _FENCED.sub(lambda fenced: "\n" * fenced[0].count("\n"), "\n".join(lesson.splitlines()))
    before = "\n".join(text.split("\n")[: line - 1])
    found = [heading[1] or heading[2] for heading in _HEADING.finditer(before)]
    return " ".join(found[-1].split()).rstrip(".:,") if found else ""
