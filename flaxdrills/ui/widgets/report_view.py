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

from flaxdrills.judging.events import CheckResult, StackFrame, without_repeats
from flaxdrills.judging.report import Report
from flaxdrills.judging.verdict import Verdict
from flaxdrills.system.sanitize import visible
from flaxdrills.ui.look.symbols import AWAITED, FAILS, HOLDS, MUTED
from flaxdrills.ui.widgets.field_lines import FIELD, FieldLines
from flaxdrills.ui.widgets.hanging_indent import HangingLabel
from flaxdrills.ui.widgets.report_folds import FoldedSection, folds_of, message_of, notes_of, row

_NOTHING = Content()
_IDLE = "Nothing was run yet. e opens your file; a save, from any editor, runs it."

_HANGING = ("frames", "checks")
"""The parts of which each line is something of its own."""


class ReportView(VerticalScroll):
    """The report, what to look at first on top. What a program said is never read as markup.

    Its parts are there from the start and are filled or hidden: building them anew at every verdict would
    take longer than most verdicts do, and draw everything twice.
    """

    DEFAULT_CSS = """
    ReportView {
        Static { width: 1fr; height: auto; padding: 0 1; }
        #headline { text-style: bold; }
        .first { margin-top: 1; }
        #diagnosis { margin: 1; padding: 0 1; border-left: outer $text-accent; }
        .more { margin-top: 1; }
        .narrow { text-wrap: nowrap; text-overflow: ellipsis; }
        .muted { color: $text-muted; }
        .fold { color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; pointer: pointer; }
        .body { padding: 0 1 0 3; }
        .notice { color: $text-warning; }
        #details, #rest { height: auto; }
    }
    """

    BORDER_TITLE = " Report "

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
            for name, classes in (
                ("headline", ""),
                ("notice", "muted"),
                ("unrecorded", "notice"),
                ("unkept", "notice"),
                ("first", "first"),
                ("frames", ""),
                ("onward", "first"),
                ("diagnosis", ""),
                ("cause", "more muted"),
                ("comparing", "more muted"),
                ("progress", "more narrow"),
                ("said", "more"),
                ("message-fold", "fold"),
                ("message", "body"),
                ("checks-fold", "fold"),
                ("checks", "muted body"),
                ("comparison-fold", "fold"),
                ("comparison", "muted body"),
                ("notes-fold", "fold"),
                ("notes", "body"),
                ("printed-fold", "fold"),
                ("printed", "body"),
            )
        }
        self._folds: tuple[FoldedSection, ...] = ()
        self._open: set[str] = set()
        """Which folds the learner opened; they are open in the next report, too."""
        self._details = FieldLines(id="details")
        self._rest = Vertical(id="rest", classes="more")
        self._filled: dict[str, Content] = {}
        self._stale = False

    def compose(self) -> ComposeResult:
        folded = [part for part in self._parts.values() if part.has_class("fold") or part.has_class("body")]
        for name, part in self._parts.items():
            if part not in folded:
                yield part
            if name == "diagnosis":
                yield self._details
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
        if (before and before.verdict) != (report and report.verdict):
            self.call_after_refresh(self.scroll_home, animate=False)
        self._folds = folds_of(report) if report is not None and report.verdict is not None else ()
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
        texts, message = self._told()
        for name, part in self._parts.items():
            content = texts.get(name, _NOTHING)
            if content != self._filled.get(name):
                self._filled[name] = content
                part.update(content)
            part.display = bool(content)
        # Nothing in it has a place of its own, but the line above it would.
        self._rest.display = bool(self._folds)
        self._details.show(message)

    def _told(self) -> tuple[dict[str, Content], str]:
        """What each part says, and the message of the check that comes first."""
        report = self.report
        if report is None:
            return {"notice": Content(self.notice or self.idle)}, ""
        texts = {"headline": _headline(report, self._limit_s)}
        if report.verdict is None:
            return texts | {"progress": _progress(report)}, ""
        texts |= _first(report)
        if report.unrecorded:
            text = f"This run is not recorded yet; that is tried again with what you do next. {report.unrecorded}"
            texts["unrecorded"] = Content(text)
        if report.unkept:
            texts["unkept"] = Content(f"No copy of your file is kept. {report.unkept}")
        if report.verdict is Verdict.PASSED:
            texts["onward"] = Content(self.onward)
            texts["said"] = notes_of(report)
        if report.diagnosis is not None:
            texts["diagnosis"] = Content(_reflowed(report.diagnosis))
        elif self.comparing:
            texts["comparing"] = Content("Comparing it with the usual mistakes…")
        for fold in self._folds:
            texts |= fold.told(is_open=fold.name in self._open)
        return texts, _fields(report.failed_checks[0]) if report.verdict is Verdict.FAILED else ""


def _headline(report: Report, limit_s: float) -> Content:
    verdict = report.verdict
    if verdict is None:
        how = f"   esc cancels; it may take {limit_s:g} s"
        return Content.assemble(("● Running", "$text-accent"), (how, f"{MUTED} not bold"))
    sign, style = ("✓", "$text-success") if verdict is Verdict.PASSED else ("✗", "$text-error")
    if verdict is Verdict.BROKEN:
        style = "$text-warning"
    return Content.assemble(
        (f" {sign} {verdict.headline} ", f"{style} reverse"), (f"  {_gist(report)}", f"{MUTED} not bold")
    )


def _gist(report: Report) -> str:
    """What there is to say beside the headline."""
    seconds = f"{report.run_s:.2f} s"
    match report.verdict:
        case Verdict.PASSED:
            return f"all {len(report.checks)} checks hold · {seconds}"
        case Verdict.FAILED:
            failed = len(report.failed_checks)
            return f"{failed} of {len(report.checks)} checks {'does' if failed == 1 else 'do'} not hold · {seconds}"
        case Verdict.ERROR if report.error is not None and report.error.where:
            return visible(report.error.where)
        case Verdict.BROKEN:
            return "not your mistake, and not recorded"
        case _:
            return ""


def _progress(report: Report) -> Content:
    made = {check.name: check.passed for check in report.checks}
    names = report.expected_checks or tuple(made)
    rows = [row(HOLDS if made[name] else FAILS if name in made else AWAITED, name) for name in names if name in made]
    awaited = [row(AWAITED, name) for name in names if name not in made]
    return Content("\n").join([Content.styled(report.stage, MUTED), *rows, *awaited])


def _first(report: Report) -> dict[str, Content]:
    """What to look at first."""
    match report.verdict:
        case Verdict.FAILED:
            check = report.failed_checks[0]
            told = visible(check.message.removesuffix(_fields(check)).rstrip("\n"))
            return {"first": Content.assemble((visible(check.name), "bold"), f"\n{told}" if told else "")}
        case Verdict.ERROR if report.error is not None:
            error = report.error
            return {
                "first": Content(message_of(error)[0]),
                "frames": _frames(error.frames),
                "cause": Content(visible(error.cause)),
            }
        case Verdict.PASSED:
            return {}
        case _:
            frames = report.killed.frames if report.killed is not None else ()
            return {"first": Content(visible(report.message)), "frames": _frames(frames)}


def _fields(check: CheckResult) -> str:
    """The part of the message that only lists values: what it says of them, and the diagnosis, come before that."""
    lines = check.message.splitlines(keepends=True)
    said = next((number for number, line in enumerate(lines) if FIELD.fullmatch(line.rstrip("\n"))), len(lines))
    return "".join(lines[said:])


def _frames(frames: Sequence[StackFrame]) -> Content:
    return Content("\n").join(_frame(frame, times) for frame, times in without_repeats(frames))


def _frame(frame: StackFrame, times: str) -> Content:
    where = f"line {frame.line}{f', in {frame.function}' if frame.function else ''}:"
    return Content.assemble((where, MUTED), f" {visible(frame.text)}", (times, MUTED))


def _reflowed(text: str) -> str:
    """`text` without the line ends inside its paragraphs, so that it wraps where the pane does."""
    paragraphs = re.split(r"\n[ \t]*\n", visible(text).strip())
    return "\n\n".join(
        paragraph if re.search(r"^[ \t]", paragraph, re.MULTILINE) else " ".join(paragraph.split())
        for paragraph in paragraphs
    )
