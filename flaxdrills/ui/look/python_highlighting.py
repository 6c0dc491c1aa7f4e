"""Python source as coloured text, in the theme's own colours."""

from __future__ import annotations

from collections.abc import Mapping

from pygments.token import Token
from textual.content import Content
from textual.highlight import HighlightTheme, highlight

from flaxdrills.system.sanitize import visible
from flaxdrills.ui.look.symbols import MUTED

_LARGEST = 64 * 1024


class QuietTheme(HighlightTheme):
    """Keywords, strings, numbers and comments stand out; names are plain text."""

    STYLES = {  # noqa: RUF012
        Token.Comment: f"{MUTED} italic",
        Token.Error: "$text-error",
        Token.Keyword: "$text-primary bold",
        Token.Keyword.Constant: "$text-warning",
        Token.Literal.Number: "$text-warning",
        Token.Literal.String: "$text-success",
        Token.Literal.String.Doc: "$text-success italic",
        Token.Name.Builtin.Pseudo: "italic",
        Token.Name.Class: "bold",
        Token.Name.Decorator: "$text-accent",
        Token.Name.Function: "bold",
        Token.Name.Function.Magic: "bold",
        Token.Operator.Word: "$text-primary bold",
    }


def python_content(source: str) -> Content:
    """`source` with its syntax coloured; without colours where it is so large that they would take long."""
    text = visible(source).expandtabs(4)
    if len(text) > _LARGEST:
        return Content(text)
    return highlight(text, language="python", theme=QuietTheme)


def python_lines(source: str) -> list[Content]:
    """The lines of `source` with their syntax coloured, character by character as they are in the file."""
    if len(source) > _LARGEST:
        return list(map(Content, source.splitlines()))
    # Pygments would put blanks in place of tabs.
    return highlight(source, language="python", theme=QuietTheme, tab_size=0).split("\n", allow_blank=True)


def gutter(code: Content) -> int:
    """How many columns `numbered` puts before each line of `code`."""
    return len(str(len(code.split("\n")))) + 4


def numbered(code: Content, marks: Mapping[int, str]) -> Content:
    """`code` with a number before each line, and a sign before the lines (from 1) in `marks`."""
    width = gutter(code)
    rows = []
    for number, line in enumerate(code.split("\n"), 1):
        sign = marks.get(number)
        before = (f"{sign or ' '} {number:>{width - 4}}  ", "bold $text-error" if sign else MUTED)
        if sign:
            line = line.stylize("bold underline", len(line) - len(line.plain.lstrip()))
        rows.append(Content.assemble(before, line))
    return Content("\n").join(rows)
