"""Names in backticks."""

from __future__ import annotations

import pytest

from flaxdrills.ui.look.inline_code import with_inline_code


@pytest.mark.parametrize(
    ("text", "plain", "code"),
    [
        ("`kernel` is no `nnx.Param`.", "kernel is no nnx.Param.", ["kernel", "nnx.Param"]),
        ("a `b", "a `b", []),
        ("[bold]", "[bold]", []),
        ("`a\nb` c", "a\nb c", ["a\nb"]),
        ("", "", []),
    ],
)
def test_what_stands_in_backticks_is_styled_and_they_go(text: str, plain: str, code: list[str]) -> None:
    content = with_inline_code(text)
    assert content.plain == plain
    assert [plain[span.start : span.end] for span in content.spans if span.style == ".code_inline"] == code
