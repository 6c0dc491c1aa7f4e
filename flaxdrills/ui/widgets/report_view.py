"""A run as it goes on, and what it came to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from flaxdrills.judging.report import Report
from flaxdrills.judging.report_sections import (
    CheckLine,
    CheckState,
    Failure,
    FrameLine,
    MessageLine,
    ReportSections,
    sections_of,
)
from flaxdrills.judging.verdict import Verdict
from flaxdrills.system.sanitize import visible
from flaxdrills.ui.look.inline_code import CODE, with_inline_code
from flaxdrills.ui.look.symbols import MUTED
from flaxdrills.ui.widgets.hanging_indent import HangingLabel
from flaxdrills.ui.widgets.picture_view import PictureView
from flaxdrills.ui.widgets.report_folds import FoldedSection, check_row, folded_sections, notes_content
from flaxdrills.ui.widgets.value_lines import ValueLines

_NOTHING = Content()
_IDLE = "Nothing was run yet. e opens your file; a save, from any editor, runs it."

_PARTS = {
    "headline": "",
    "notice": "muted",
    "unrecorded": "notice",
    "unkept": "notice",
    "ending": "more",
    "onward": "more",
    "diagnosis": "",
    "cause": "more muted",
    "lesson": "more muted",
    "comparing": "more muted",
    "failures": "more",
    "frames": "more",
    "progress": "more narrow",
    "said": "more",
    "message-fold": "fold",
    "message": "body",
    "values-fold": "fold",
    "values": "body",
    "checks-fold": "fold",
    "checks": "muted body",
    "comparison-fold": "fold",
    "comparison": "muted body",
    "notes-fold": "fold",
    "notes": "body",
    "printed-fold": "fold",
    "printed": "body",
}
"""The parts from top to bottom, and their CSS classes."""

_HANGING = ("frames", "checks")
"""The parts of which each line is something of its own."""


class ReportView(VerticalScroll):
    """The report in the order of ReportSections. What a program said is never read as markup.

    Its parts are there from the start and are filled or hidden: building them anew at every verdict would
    take longer than most verdicts do, and draw everything twice.
    """

    DEFAULT_CSS = """
    ReportView {
        Static { width: 1fr; height: auto; padding: 0 1; }
        #headline { text-style: bold; }
        #diagnosis { margin: 1 1 0 1; padding: 0 1; border-left: outer $text-accent; }
        .more { margin-top: 1; }
        .narrow { text-wrap: nowrap; text-overflow: ellipsis; }
        .muted { color: $text-muted; }
        .fold { color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; pointer: pointer; }
        .body { padding: 0 1 0 3; }
        .notice { color: $text-warning; }
        #compared, #rest { height: auto; }
        & > .code_inline { color: $text-accent; }
        &:nocolor > .code_inline { text-style: bold; }
    }
    """

    BORDER_TITLE = " Report "

    COMPONENT_CLASSES: ClassVar[set[str]] = {CODE}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "unfold", "Unfold", show=False, id="report.unfold"),
    ]

    report: reactive[Report | None] = reactive(None, init=False)
    notice: reactive[str] = reactive("", init=False)
    """What stands here while there is no report, such as why there is none."""
    idle: reactive[str] = reactive(_IDLE, init=False)
    """What stands here while there is nothing else."""
    onward: reactive[str] = reactive("", init=False)
    """What is said after a pass."""
    comparing: reactive[bool] = reactive(False, init=False)
    """Whether a diagnosis may still come."""

    def __init__(self, *, limit_s: float, id: str | None = None) -> None:
        super().__init__(id=id, classes="pane")
        self._limit_s = limit_s
        """How long a run may take."""
        self._parts = {
            name: HangingLabel(deeper=2, id=name, classes=classes)
            if name in _HANGING
            else Static(markup=False, id=name, classes=classes)
            for name, classes in _PARTS.items()
        }
        self._sections: ReportSections | None = None
        """What the report says, once it has a verdict."""
        self._folds: tuple[FoldedSection, ...] = ()
        self._open: set[str] = set()
        """Which folds the learner opened; they are open in the next report, too."""
        self._values = ValueLines(id="compared")
        self._pictures = PictureView(id="pictures")
        self._rest = Vertical(id="rest", classes="more")
        self._filled: dict[str, Content] = {}
        self._stale = False

    def compose(self) -> ComposeResult:
        folded = [part for part in self._parts.values() if part.has_class("fold") or part.has_class("body")]
        for name, part in self._parts.items():
            if part not in folded:
                yield part
            if name == "failures":
                yield self._values
                yield self._pictures
        with self._rest:
            yield from folded
        self._draw()

    @property
    def is_folded(self) -> bool:
        """Whether there is more to be seen than what is shown first."""
        return any(fold.is_foldable for fold in self._folds)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # After a pass the same key goes on to the next problem.
        is_over = self.report is not None and self.report.verdict is not Verdict.PASSED
        return action != "unfold" or (is_over and self.is_folded)

    def action_unfold(self) -> None:
        """Open what is folded and go there, or fold it again."""
        names = {fold.name for fold in self._folds if fold.is_foldable}
        is_open = names <= self._open
        self._open = self._open - names if is_open else self._open | names
        self._draw()
        if is_open:
            self.scroll_home(animate=False)
        else:
            self.call_after_refresh(self.scroll_to_widget, self.query_one("#rest"), animate=False, top=True)

    def on_click(self, event: events.Click) -> None:
        name = ((event.widget and event.widget.id) or "").removesuffix("-fold")
        if any(fold.name == name and fold.is_foldable for fold in self._folds):
            self._open ^= {name}
            self._draw()

    def watch_report(self, before: Report | None, report: Report | None) -> None:
        # What comes late, such as a diagnosis, belongs to the run before it: no two take the same time.
        if (before and before.total_s) != (report and report.total_s):
            self.call_after_refresh(self.scroll_home, animate=False)
        verdict = report.verdict if report is not None else None
        self._sections = sections_of(report) if report is not None and verdict is not None else None
        self._folds = tuple(folded_sections(self._sections, verdict)) if self._sections and verdict else ()
        self._draw_soon()

    def watch_notice(self) -> None:
        self._draw_soon()

    def watch_idle(self) -> None:
        self._draw_soon()

    def watch_onward(self) -> None:
        self._draw_soon()

    def watch_comparing(self) -> None:
        self._draw_soon()

    def _draw_soon(self) -> None:
        """Draw once, however much changes at the same time."""
        if not self._stale and self.is_mounted:
            self._stale = True
            self.call_next(self._draw)

    def _draw(self) -> None:
        self._stale = False
        self._parts["notice"].set_class(bool(self.notice), "notice").set_class(not self.notice, "muted")
        texts, values = self._contents()
        for name, part in self._parts.items():
            content = texts.get(name, _NOTHING)
            if content != self._filled.get(name):
                self._filled[name] = content
                part.update(content)
            part.display = bool(content)
        # Nothing in it has a place of its own, but the line above it would.
        self._rest.display = bool(self._folds)
        self._values.show(values)
        self._pictures.show(self._sections.pictures if self._sections is not None else ())

    def _contents(self) -> tuple[dict[str, Content], Sequence[MessageLine]]:
        """What each part says, and the values of the case that is told of."""
        report, sections = self.report, self._sections
        if report is None:
            return {"notice": Content(self.notice or self.idle)}, ()
        if report.verdict is None or sections is None:
            return {"headline": _running(self._limit_s), "progress": _progress(report)}, ()
        texts = {"headline": _headline(report.verdict, sections)}
        if sections.unrecorded:
            text = f"This run is not recorded yet; flaxdrills tries again at your next action. {sections.unrecorded}"
            texts["unrecorded"] = Content(text)
        if sections.unkept:
            texts["unkept"] = Content(f"No copy of your file is kept. {sections.unkept}")
        if report.verdict is Verdict.PASSED:
            texts |= {"onward": Content(self.onward), "said": notes_content(sections)}
        if sections.diagnosis:
            texts["diagnosis"] = with_inline_code(_reflowed(sections.diagnosis))
        elif self.comparing:
            texts["comparing"] = Content("Comparing it with the usual mistakes…")
        texts |= {
            "cause": with_inline_code(visible(sections.cause)),
            "lesson": with_inline_code(visible(sections.lesson)),
        }
        texts["failures"] = Content("\n\n").join(map(_failure, sections.failures))
        if sections.ending is not None:
            texts["ending"] = Content(visible(sections.ending.short))
            texts["frames"] = Content("\n").join(map(_frame, sections.ending.frames))
        for fold in self._folds:
            texts |= fold.contents(is_open=fold.name in self._open)
        return texts, [line for failure in sections.failures for line in failure.values]


def _running(limit_s: float) -> Content:
    how = f"   esc cancels; it may take {limit_s:g} s"
    return Content.assemble(("● Running", "$text-accent"), (how, f"{MUTED} not bold"))


def _headline(verdict: Verdict, sections: ReportSections) -> Content:
    sign, style = ("✓", "$text-success") if verdict is Verdict.PASSED else ("✗", "$text-error")
    if not verdict.is_about_solution:
        style = "$text-warning"
    return Content.assemble(
        (f" {sign} {sections.headline} ", f"{style} reverse"),
        (f"  {visible(sections.summary)}", f"{MUTED} not bold"),
    )


def _progress(report: Report) -> Content:
    made = {check.name: CheckState.HOLDS if check.passed else CheckState.FAILS for check in report.checks}
    names = report.expected_checks or tuple(made)
    rows = [check_row(CheckLine(made[name], name)) for name in names if name in made]
    awaited = [check_row(CheckLine(CheckState.NOT_REACHED, name)) for name in names if name not in made]
    return Content("\n").join([Content.styled(report.stage, MUTED), *rows, *awaited])


def _failure(failure: Failure) -> Content:
    name = with_inline_code(visible(failure.name)).stylize("bold")
    return Content("\n").join([name, *(with_inline_code(visible(line)) for line in failure.prose)])


def _frame(frame: FrameLine) -> Content:
    return Content.assemble((frame.where, MUTED), f" {visible(frame.code)}", (frame.times, MUTED))


def _reflowed(text: str) -> str:
    """`text` without the line ends inside its paragraphs, so that it wraps where the pane does."""
    paragraphs = re.split(r"\n[ \t]*\n", visible(text).strip())
    return "\n\n".join(
        paragraph if re.search(r"^[ \t]", paragraph, re.MULTILINE) else " ".join(paragraph.split())
        for paragraph in paragraphs
    )
