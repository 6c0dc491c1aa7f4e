"""A run as it goes on, and what it came to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from flaxdrills.event import CheckResult, Frame
from flaxdrills.report import Report, Verdict
from flaxdrills.text import visible
from flaxdrills.ui.marks import AWAITED, FAILS, HOLDS, MUTED

_IDLE = "Nothing was run yet. e opens your file in your editor; a save runs it, from any editor."
_FIELD = re.compile(r"(\S+) {2,}(\S.*)")


class ReportView(VerticalScroll):
    """The report, what to look at first on top. What a program said is never read as markup."""

    DEFAULT_CSS = """
    ReportView {
        Static { width: 1fr; height: auto; padding: 0 1; }
        .headline { text-style: bold; }
        .first { margin-top: 1; }
        .diagnosis { margin: 1 1 0 1; padding: 0 1; border-left: outer $accent; }
        .checks, .more { margin-top: 1; }
        .checks { text-wrap: nowrap; text-overflow: ellipsis; }
        .muted { color: $text-muted; }
        .notice, .warning { color: $text-warning; }
        Horizontal {
            height: auto;
            .label { width: 11; padding-right: 0; color: $text-muted; }
            .value { padding-left: 0; }
        }
    }
    """

    BORDER_TITLE = " Report "

    report: reactive[Report | None] = reactive(None, recompose=True)
    notice: reactive[str] = reactive("", recompose=True)
    """What stands here while there is no report, such as why there is none."""
    onward: reactive[str] = reactive("", recompose=True)
    """What is said after a pass."""
    comparing: reactive[bool] = reactive(False, recompose=True)
    """Whether a diagnosis may still come."""

    def compose(self) -> ComposeResult:
        report = self.report
        if report is None:
            yield Static(self.notice or _IDLE, markup=False, classes="notice" if self.notice else "muted")
            return
        yield Static(_headline(report), classes="headline")
        if report.verdict is None:
            yield Static(_progress(report), classes="checks")
            return
        if report.unrecorded:
            text = f"This run is not recorded yet; that is tried again with what you do next. {report.unrecorded}"
            yield Static(text, markup=False, classes="warning")
        if report.unkept:
            yield Static(f"No copy of your file is kept. {report.unkept}", markup=False, classes="warning")
        yield from _first(report)
        if report.verdict is Verdict.PASSED and self.onward:
            yield Static(self.onward, markup=False, classes="first")
        if report.diagnosis is not None:
            yield Static(_reflowed(report.diagnosis), markup=False, classes="diagnosis")
        elif self.comparing:
            yield Static("Comparing it with the usual mistakes…", classes="more muted")
        yield from _checks(report)
        if report.comparison:
            yield Static(report.comparison, markup=False, classes="more muted")
        for note in report.notes:
            yield Static(f"Note: {visible(note)}", markup=False, classes="more")
        yield from _output(report)

    def watch_report(self, before: Report | None, report: Report | None) -> None:
        if (before and before.verdict) != (report and report.verdict):
            self.call_after_refresh(self.scroll_home, animate=False)


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


def _first(report: Report) -> Iterable[Static | Horizontal]:
    """What to look at first."""
    match report.verdict:
        case Verdict.FAILED:
            check = report.failed_checks[0]
            yield Static(Content.styled(visible(check.name), "bold"), classes="first")
            yield from _lines(check.message)
        case Verdict.ERROR if report.error is not None:
            error = report.error
            text = f"{error.type}: {error.message}" if error.message else error.type
            yield Static(visible(text), markup=False, classes="first")
            for frame in error.frames:
                yield Static(_frame(frame), classes="frame")
            if error.cause:
                yield Static(visible(error.cause), markup=False, classes="more muted")
        case Verdict.PASSED:
            return
        case _:
            yield Static(visible(report.message), markup=False, classes="first")
            for frame in report.killed.frames if report.killed is not None else ():
                yield Static(_frame(frame), classes="frame")


def _lines(message: str) -> Iterable[Static | Horizontal]:
    """A message whose lines such as "expected  ..." stay aligned when they wrap."""
    for line in visible(message).splitlines():
        if field := _FIELD.fullmatch(line):
            yield Horizontal(
                Static(field[1], markup=False, classes="label"),
                Static(field[2], markup=False, classes="value"),
            )
        else:
            yield Static(line, markup=False)


def _frame(frame: Frame) -> Content:
    where = f"line {frame.line}{f', in {frame.function}' if frame.function else ''}:"
    return Content.assemble((where, MUTED), f" {visible(frame.text)}")


def _checks(report: Report) -> Iterable[Static]:
    """The checks that were not told of yet, a line each that fails."""
    first = report.failed_checks[:1]
    rows = [
        _row(FAILS, _brief(check)) if not check.passed else _row(HOLDS, check.name)
        for check in sorted(report.checks, key=lambda check: check.passed)
        if check not in first
    ]
    if rows and report.verdict is not Verdict.BROKEN:
        yield Static(Content("\n").join(rows), classes="checks muted")


def _brief(check: CheckResult) -> str:
    first, *_ = check.message.splitlines() or [""]
    return f"{check.name}: {first}" if first else check.name


def _output(report: Report) -> Iterable[Static]:
    text = visible(report.output).rstrip("\n")
    if text:
        title = "Printed, the middle cut out:" if report.output_truncated else "Printed:"
        yield Static(title, markup=False, classes="more muted")
        yield Static(text, markup=False)


def _reflowed(text: str) -> str:
    """`text` without the line ends inside its paragraphs, so that it wraps where the pane does."""
    paragraphs = re.split(r"\n[ \t]*\n", visible(text).strip())
    return "\n\n".join(
        paragraph if re.search(r"^[ \t]", paragraph, re.MULTILINE) else " ".join(paragraph.split())
        for paragraph in paragraphs
    )
