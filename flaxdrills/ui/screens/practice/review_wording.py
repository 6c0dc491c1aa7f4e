"""What is said about reviews on the practise screen."""

from __future__ import annotations

from flaxdrills.practice.after_pass import AfterPass
from flaxdrills.progress.overview import Standing

_DUE = (
    "This one is due again. v begins its review with a fresh stub; what you wrote is kept. "
    "Running your old solution does not show what you remember."
)
_BEGUN = (
    "A review: write it once more from what you remember. A hint or a second try makes it hard; "
    "if you look at the solution, the review ends, and the problem comes back soon."
)


def review_notice(standing: Standing) -> str:
    """What is said when the problem is opened; nothing while it is new."""
    if standing.can_be_reviewed:
        return _DUE
    return _BEGUN if standing.progress.review.is_review else ""


def onward(after: AfterPass) -> str:
    """What is said after a pass, with the keys that lead on."""
    lines = [after.well_done]
    if after.comes_back:
        beside = " a shows it beside your old solution." if after.was_review else ""
        lines.append(f"{after.comes_back} g changes the grade.{beside}")
    elif after.can_be_reviewed:
        lines.append(_DUE)
    if after.following:
        again = "the review of " if after.following.can_be_reviewed else ""
        lines.append(f"enter goes on to {again}“{after.following.problem.title}”.")
    if after.twin:
        lines.append(f"w goes to the same idea in {after.twin.api}.")
    return "\n".join(lines)
