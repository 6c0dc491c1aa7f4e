"""Python source as coloured text, in the theme's own colours."""

from __future__ import annotations

from pygments.token import Token
from textual.content import Content
from textual.highlight import HighlightTheme, highlight

from flaxdrills.system.python_source import LARGE
from flaxdrills.ui.look.symbols import MUTED


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


def python_lines(source: str) -> list[Content]:
    """The lines of `source` with their syntax coloured, character by character as they are in the file.

    Those of a LARGE one have no colours.
    """
    if len(source) > LARGE:
        return list(map(Content, source.splitlines()))
    # Pygments would put blanks in place of tabs.
    return highlight(source, language="python", theme=QuietTheme, tab_size=0).split("\n", allow_blank=True)
