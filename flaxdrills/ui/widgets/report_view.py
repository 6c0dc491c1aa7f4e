"""A run as it goes on, and what it came to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from flaxdrills.event import CheckResult, Frame
from flaxdrills.report import Report, Verdict
from flaxdrills.text import visible
from flaxdrills.ui.marks import AWAITED, FAILS, HOLDS, MUTED
from flaxdrills.ui.widgets.details import Details

_NOTHING = Content()
_IDLE = "Nothing was run yet. e opens your file in your editor; a save runs it, from any editor."


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
        #diagnosis { margin: 1 1 0 1; padding: 0 1; border-left: outer $accent; }
        #progress, .more { margin-top: 1; }
        .narrow { text-wrap: nowrap; text-overflow: ellipsis; }
        .muted { color: $text-muted; }
        .notice { color: $text-warning; }
        #details { height: auto; }
    }
    """

    BORDER_TITLE = " Report "

    report: reactive[Report | None] = reactive(None, init=False)
    notice: reactive[str] = reactive("", init=False)
    """What stands here while there is no report, such as why there is none."""
    onward: reactive[str] = reactive("", init=False)
    """What is said after a pass."""
    comparing: reactive[bool] = reactive(False, init=False)
    """Whether a diagnosis may still come."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts = {
            name: Static(markup=False, id=name, classes=classes)
            for name, classes in (
                ("headline", ""),
                ("notice", "muted"),
                ("unrecorded", "notice"),
                ("unkept", "notice"),
                ("first", "first"),
                ("frames", ""),
                ("cause", "more muted"),
                ("onward", "first"),
                ("diagnosis", ""),
                ("comparing", "more muted"),
                ("progress", "narrow"),
                ("checks", "more muted narrow"),
                ("comparison", "more muted"),
                ("notes", "more"),
                ("printed-title", "more muted"),
                ("printed", ""),
            )
        }
        self._details = Details(id="details")
        self._filled: dict[str, Content] = {}
        self._stale = False

    def compose(self) -> ComposeResult:
        for name, part in self._parts.items():
            yield part
            if name == "first":
                yield self._details
        self._draw()

    def watch_report(self, before: Report | None, report: Report | None) -> None:
        if (before and before.verdict) != (report and report.verdict):
            self.call_after_refresh(self.scroll_home, animate=False)
        self._draw_soon()

    def watch_notice(self) -> None:
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
        self._details.show(message)

    def _told(self) -> tuple[dict[str, Content], str]:
        """What each part says, and the message of the check that comes first."""
        report = self.report
        if report is None:
            return {"notice": Content(self.notice or _IDLE)}, ""
        texts = {"headline": _headline(report)}
        if report.verdict is None:
            return texts | {"progress": _progress(report)}, ""
        texts |= _first(report) | _output(report)
        if report.unrecorded:
            text = f"This run is not recorded yet; that is tried again with what you do next. {report.unrecorded}"
            texts["unrecorded"] = Content(text)
        if report.unkept:
            texts["unkept"] = Content(f"No copy of your file is kept. {report.unkept}")
        if report.verdict is Verdict.PASSED:
            texts["onward"] = Content(self.onward)
        if report.diagnosis is not None:
            texts["diagnosis"] = Content(_reflowed(report.diagnosis))
        elif self.comparing:
            texts["comparing"] = Content("Comparing it with the usual mistakes…")
        texts["checks"] = _checks(report)
        texts["comparison"] = Content(report.comparison)
        texts["notes"] = Content("\n\n".join(f"Note: {visible(note)}" for note in report.notes))
        return texts, report.failed_checks[0].message if report.verdict is Verdict.FAILED else ""


def _headline(report: Report) -> Content:
    verdict = report.verdict
    if verdict is None:
        return Content.assemble(("● Running", "$text-accent"), ("   esc cancels", f"{MUTED} not bold"))
    sign, style = ("✓", "$text-success") if verdict is Verdict.PASSED else ("✗", "$text-error")
    if verdict is Verdict.BROKEN:
        style = "$text-warning"
    return Content.assemble((f"{sign} {verdict.headline}", style), (f"   {_gist(report)}", f"{MUTED} not bold"))


def _gist(report: Report) -> str:
    """What there is to say beside the headline."""
    seconds = f"{report.run_s:.2f} s"
    match report.verdict:
        case Verdict.PASSED:
            return f"all {len(report.checks)} checks hold · {seconds}"
        case Verdict.FAILED:
            return f"{len(report.failed_checks)} of {len(report.checks)} checks do not hold · {seconds}"
        case Verdict.ERROR if report.error is not None and report.error.where:
            return visible(report.error.where)
        case Verdict.BROKEN:
            return "not your mistake, and not recorded"
        case _:
            return ""


def _progress(report: Report) -> Content:
    made = {check.name: check.passed for check in report.checks}
    names = report.expected_checks or tuple(made)
    rows = [_row(HOLDS if made[name] else FAILS if name in made else AWAITED, name) for name in names if name in made]
    awaited = [_row(AWAITED, name) for name in names if name not in made]
    return Content("\n").join([Content.styled(report.stage, MUTED), *rows, *awaited])


def _row(sign: Content, text: str) -> Content:
    return Content.assemble(sign, f" {visible(text)}")


def _first(report: Report) -> dict[str, Content]:
    """What to look at first."""
    match report.verdict:
        case Verdict.FAILED:
            return {"first": Content.styled(visible(report.failed_checks[0].name), "bold")}
        case Verdict.ERROR if report.error is not None:
            error = report.error
            text = f"{error.type}: {error.message}" if error.message else error.type
            return {
                "first": Content(visible(text)),
                "frames": _frames(error.frames),
                "cause": Content(visible(error.cause)),
            }
        case Verdict.PASSED:
            return {}
        case _:
            frames = report.killed.frames if report.killed is not None else ()
            return {"first": Content(visible(report.message)), "frames": _frames(frames)}


def _frames(frames: Sequence[Frame]) -> Content:
    return Content("\n").join(map(_frame, frames))


def _frame(frame: Frame) -> Content:
    where = f"line {frame.line}{f', in {frame.function}' if frame.function else ''}:"
    return Content.assemble((where, MUTED), f" {visible(frame.text)}")


def _checks(report: Report) -> Content:
    """The checks that were not told of yet, a line each that fails."""
    if report.verdict is Verdict.BROKEN:
        return _NOTHING
    first = report.failed_checks[:1]
    rows = [
        _row(FAILS, _brief(check)) if not check.passed else _row(HOLDS, check.name)
        for check in sorted(report.checks, key=lambda check: check.passed)
        if check not in first
    ]
    if report.checks:
        rows += [_row(AWAITED, f"{name} (not reached)") for name in report.unmade_checks]
    return Content("\n").join(rows)


def _brief(check: CheckResult) -> str:
    first, *_ = check.message.splitlines() or [""]
    return f"{check.name}: {first}" if first else check.name


def _output(report: Report) -> dict[str, Content]:
    text = visible(report.output).rstrip("\n")
    if not text:
        return {}
    title = "Printed, the middle cut out:" if report.output_truncated else "Printed:"
    return {"printed-title": Content(title), "printed": Content(text)}


def _reflowed(text: str) -> str:
    """`text` without the line ends inside its paragraphs, so that it wraps where the pane does."""
    paragraphs = re.split(r"\n[ \t]*\n", visible(text).strip())
    return "\n\n".join(
        paragraph if re.search(r"^[ \t]", paragraph, re.MULTILINE) else " ".join(paragraph.split())
        for paragraph in paragraphs
    )
