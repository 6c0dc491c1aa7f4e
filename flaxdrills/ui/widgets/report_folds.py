"""What of a report is folded away under a line of its own, so that the one thing to look at first stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from flaxdrills.judging.report_sections import CheckLine, CheckState, PrintedOutput, ReportSections
from flaxdrills.judging.verdict import Verdict
from flaxdrills.system.english import count, plural
from flaxdrills.system.sanitize import visible
from flaxdrills.ui.look.inline_code import with_inline_code
from flaxdrills.ui.look.symbols import AWAITED, FAILS, HOLDS

_SIGNS = {CheckState.HOLDS: HOLDS, CheckState.FAILS: FAILS, CheckState.NOT_REACHED: AWAITED}
_ALWAYS_SEEN = 3
"""So many lines of what was printed are no reason to fold them away."""
_ORDER = (CheckState.FAILS, CheckState.HOLDS, CheckState.NOT_REACHED)


@dataclass(frozen=True, slots=True)
class FoldedSection:
    """A line that says how much there is, and what is seen once it is open."""

    name: str
    title: str
    body: Content
    is_foldable: bool = True
    """Otherwise all of it is always seen."""

    def contents(self, *, is_open: bool) -> dict[str, Content]:
        """The title's line and, if it is to be seen, the body."""
        if not self.is_foldable:
            return {f"{self.name}-fold": Content(self.title), self.name: self.body}
        title = Content(f"{'▾' if is_open else '▸'} {self.title}")
        return {f"{self.name}-fold": title} | ({self.name: self.body} if is_open else {})


def folded_sections(sections: ReportSections, verdict: Verdict) -> Iterator[FoldedSection]:
    """What is folded away of a report with that verdict."""
    if sections.ending is not None and (rest := visible(sections.ending.rest)):
        yield FoldedSection("message", f"{count(len(rest.splitlines()), 'more line')} of the message", Content(rest))
    if values := [f"{line.begin}{line.text}" for failure in sections.failures for line in failure.folded]:
        yield FoldedSection("values", "the values", Content(visible("\n".join(values))))
    checks = [check for check in sections.checks if not check.is_told]
    if checks and verdict.is_about_solution:
        checks.sort(key=lambda check: _ORDER.index(check.state))
        yield FoldedSection("checks", sections.other_checks, Content("\n").join(map(check_row, checks)))
    if sections.comparison:
        yield FoldedSection("comparison", "beside the reference", Content(sections.comparison))
    # After a pass there is nothing that is more urgent than the notes.
    if sections.notes and verdict is not Verdict.PASSED:
        yield FoldedSection("notes", count(len(sections.notes), "note"), notes_content(sections))
    if (printed := sections.printed) is not None:
        yield _printed_section(printed)


def _printed_section(printed: PrintedOutput) -> FoldedSection:
    lines = printed.text.count("\n") + 1
    is_long = lines > _ALWAYS_SEEN
    begin = f"printed {lines:,} {plural(lines, 'line')}" if is_long else "Printed"
    title = f"{begin}{', the middle cut out' * printed.is_cut}{'' if is_long else ':'}"
    return FoldedSection("printed", title, Content(visible(printed.text)), is_foldable=is_long)


def check_row(check: CheckLine) -> Content:
    """A check in one line."""
    return Content.assemble(_SIGNS[check.state], " ", with_inline_code(visible(check.text)))


def notes_content(sections: ReportSections) -> Content:
    """The notes, a paragraph each."""
    return with_inline_code("\n\n".join(f"Note: {visible(note)}" for note in sections.notes))
