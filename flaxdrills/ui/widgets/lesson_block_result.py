"""What a block of a lesson printed here, under what the lesson says that it prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from flaxdrills.judging.events import Raised
from flaxdrills.judging.lesson_block_run import BlockRun
from flaxdrills.problems.lesson_output import OutputLine, OutputSide
from flaxdrills.system.sanitize import visible
from flaxdrills.ui.look.symbols import FAILS, HOLDS, MUTED
from flaxdrills.ui.widgets.lesson_markdown import CodeFence

_HEAD, _TAIL = 150, 50
"""How many lines are shown of an output that has more of them than both."""

_SIGNS = {
    OutputSide.BOTH: ("  ", ""),
    OutputSide.SAID: ("− ", "$text-error"),
    OutputSide.PRINTED: ("+ ", "$text-success"),
}
_LEGEND = "− as the lesson says   + as it is here"


class BlockResult(Vertical):
    """One line where all is as the lesson says; else both outputs, and which lines differ."""

    DEFAULT_CSS = """
    BlockResult {
        height: auto;
        margin: 0 0 1 0;
        .body { padding: 0 0 0 1; border-left: solid $line; }
        .cause { color: $text-muted; }
    }
    """

    class Resized(Message):
        """It has another size, and was laid out."""

        def __init__(self, result: BlockResult) -> None:
            self.result = result
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._headline = Static(markup=False)
        self._body = Static(markup=False, classes="body")
        self._cause = Static(markup=False, classes="cause")

    def compose(self) -> ComposeResult:
        yield self._headline
        yield self._body
        yield self._cause

    def on_mount(self) -> None:
        self._body.display = self._cause.display = False

    def on_resize(self) -> None:
        self.post_message(self.Resized(self))

    def begin(self, *, is_copy: bool) -> None:
        """Say that it is being run; what an earlier run printed stays until there is something new."""
        what = "your copy" if is_copy else "it"
        self._headline.update(
            Content.assemble(("● ", "$text-accent"), f"Running {what}…", ("   esc cancels", MUTED)), layout=False
        )

    def show_text(self, text: str) -> None:
        """Say `text` in place of a result."""
        self._fill(Content.styled(text, MUTED), Content(""), Content(""))

    def show(self, run: BlockRun, copy: Path | None) -> None:
        """Show a run that is over; `copy` is the file that was run, if it was the learner's."""
        if run.is_copy:
            body = _text(run.output)
        else:
            body = _sides(run.lines) if run.agrees is False else _text(run.output) if run.fault else Content("")
        cause = [] if run.error is None or run.agrees or run.fault else _explained(run.error, run.is_copy)
        if copy is not None:
            cause.append(f"{copy}: a save runs it. x runs the lesson's block.")
        self._fill(_headline(run), body, Content("\n".join(cause)))

    def _fill(self, headline: Content, body: Content, cause: Content) -> None:
        self._headline.update(headline)
        for part, content in ((self._body, body), (self._cause, cause)):
            part.display = bool(content)
            part.update(content)


async def result_under(fence: CodeFence) -> BlockResult:
    """The result of the block `fence`, under what it is said to print; made if there is none."""
    assert isinstance(fence.parent, Widget)
    siblings = list(fence.parent.children)
    above: Widget = fence
    for widget in siblings[siblings.index(fence) + 1 :]:
        if isinstance(widget, BlockResult):
            return widget
        if not (isinstance(widget, CodeFence) and widget.lexer == "output"):
            break
        above = widget
    result = BlockResult()
    await fence.parent.mount(result, after=above)
    return result


def _headline(run: BlockRun) -> Content:
    where = (f"   {run.versions_text}", MUTED)
    if run.fault:
        return Content.assemble(FAILS, f" {visible(run.fault)}", where)
    nothing = not run.output
    if run.is_copy:
        text = "Your copy prints nothing." if nothing else "Your copy prints:"
        return Content.assemble(("● ", "$text-accent"), text, where)
    if run.agrees:
        text = "Prints nothing here, too." if nothing else "Same here."
        return Content.assemble(HOLDS, f" {text}", where)
    text = "Prints nothing here." if nothing else "Different here."
    return Content.assemble(FAILS, f" {text}", where, f"\n{_LEGEND}")


def _sides(lines: Sequence[OutputLine]) -> Content:
    """The lines of both outputs, with a sign before those that only one has."""
    rows = [Content.assemble(_SIGNS[line.side], visible(line.text)) for line in lines]
    return Content("\n").join(_shortened(rows))


def _text(output: str) -> Content:
    lines = output.rstrip("\n").splitlines()
    return Content("\n").join(_shortened([Content(visible(line)) for line in lines]))


def _shortened(rows: list[Content]) -> list[Content]:
    if len(rows) <= _HEAD + _TAIL:
        return rows
    left_out = Content.styled(f"[{len(rows) - _HEAD - _TAIL:,} lines are not shown]", MUTED)
    return [*rows[:_HEAD], left_out, *rows[-_TAIL:]]


def _explained(error: Raised, is_copy: bool) -> list[str]:
    """Where it came from, and for the learner's own code what usually leads to it."""
    frames = [f"line {frame.line}: {visible(frame.text)}" for frame in error.frames]
    return [*frames, *([visible(error.cause)] if is_copy and error.cause else [])]
