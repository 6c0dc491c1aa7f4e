"""Names in backticks as a lesson shows them."""

from __future__ import annotations

import re

from textual.content import Content

CODE = "code_inline"
"""The component class of a lesson's inline code, which whoever shows such a text has as well."""

_BACKTICKS = re.compile(r"`([^`]+)`")


def with_inline_code(text: str) -> Content:
    """`text`, in which what stands in backticks looks like the code in a lesson's sentences."""
    # Every second part is what was found.
    parts = enumerate(_BACKTICKS.split(text))
    return Content.assemble(*((part, f".{CODE}") if number % 2 else part for number, part in parts))
