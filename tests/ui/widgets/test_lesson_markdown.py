"""A lesson's Markdown on the screen."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.selection import Selection

from flaxdrills.ui.look.symbols import CURSOR
from flaxdrills.ui.widgets.lesson_markdown import CodeFence, LessonMarkdown, LessonTable, parser
from tests.ui.conftest import WidgetApp

CODE = 'def f(first, second):\n    return "a" + second'
TEXT = f"""Some `words`.

```python
{CODE}
```

```output
nothing
```

| name | *what* it is |
|---|---|
| `kernel` | a matrix of weights |
| `bias` | a row |
"""


class Page(WidgetApp):
    """TEXT, as wide as the terminal."""

    def compose(self) -> ComposeResult:
        yield LessonMarkdown(TEXT, open_links=False, parser_factory=parser)


def rows(page: Page, kind: type[CodeFence] | type[LessonTable]) -> list[str]:
    """The rows of the first widget of that kind, as they are drawn."""
    return [line.rstrip() for line in page.query(kind).first().render().plain.split("\n")]


async def test_a_block_is_one_widget() -> None:
    async with Page().run_test(size=(60, 30)) as pilot:
        lesson = pilot.app.query_one(LessonMarkdown)
        assert [type(one) for one in lesson.walk_children()][1:] == [CodeFence, CodeFence, LessonTable]


async def test_a_block_for_graph_mode_says_so_and_is_a_block_as_others_are() -> None:
    class GraphPage(WidgetApp):
        def compose(self) -> ComposeResult:
            text = TEXT.replace("```python", "```python graph-mode")
            yield LessonMarkdown(text, open_links=False, parser_factory=parser)

    page = GraphPage()
    async with page.run_test(size=(60, 30)):
        fence = page.query_one(LessonMarkdown).fences[0]
        lines = [line.strip() for line in fence.render().plain.split("\n")]
        assert lines[:2] == ["In NNX's graph mode only:", "def f(first, second):"]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (60, [" def f(first, second):", '     return "a" + second']),
        (22, [" def f(first,", "         second):", '     return "a" +', "          second"]),
    ],
)
async def test_code_wraps_behind_the_column_of_the_cursor(width: int, shown: list[str]) -> None:
    page = Page()
    async with page.run_test(size=(width, 30)) as pilot:
        fence = page.query(CodeFence).first()
        assert rows(page, CodeFence) == shown
        assert fence.content_size.height == len(shown)
        fence.choose(True)
        await pilot.pause()
        assert rows(page, CodeFence) == [CURSOR + shown[0][1:], *shown[1:]]
        assert fence.get_selection(Selection(None, None)) == (CODE, "\n")
        assert fence.get_selection(Selection(Offset(5, 0), Offset(6, 0))) == ("f", "\n")


async def test_what_is_printed_has_no_cursor() -> None:
    page = Page()
    async with page.run_test(size=(60, 30)):
        printed = page.query(CodeFence).last()
        printed.choose(True)
        assert printed.render().plain == " nothing"


async def test_another_theme_does_not_have_the_code_highlighted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page()
    async with page.run_test(size=(60, 30)) as pilot:
        before = page.query(CodeFence).first().render()
        monkeypatch.setattr(CodeFence, "highlight", None)
        page.theme = "textual-light"
        await pilot.pause()
        assert page.query(CodeFence).first().render() == before


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (60, ["name    what it is", "kernel  a matrix of weights", "bias    a row"]),
        (24, ["name    what it is", "kernel  a matrix of", "        weights", "bias    a row"]),
    ],
)
async def test_a_table_has_its_columns_and_what_is_marked_in_them(width: int, shown: list[str]) -> None:
    page = Page()
    async with page.run_test(size=(width, 40)):
        table = page.query_one(LessonTable)
        assert rows(page, LessonTable) == shown
        assert table.content_size.height == len(shown)
        marked = {table.render().plain[span.start : span.end].strip(): span.style for span in table.render().spans}
        assert marked["kernel"] == ".code_inline" and marked["what"] == ".em"
