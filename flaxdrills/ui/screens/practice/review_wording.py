"""What is said about reviews on the practise screen."""

from __future__ import annotations

from flaxdrills.practice.after_pass import AfterPass
from flaxdrills.problems.problem import Problem
from flaxdrills.progress.overview import Overview, Standing

OUT_OF_SIGHT = (
    "Your old solution is out of sight, so that you can write it from memory. v begins the review with a fresh stub; "
    "e asks which of the two you want to edit."
)
"""What stands where the file would, while a review is due and was not begun."""
ANY_REVIEW = "v in the list begins the review of any problem."
"""What whoever has solved everything can do besides."""
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


def why_no_twin(overview: Overview, problem: Problem) -> str:
    """Why w leads nowhere now."""
    twin = overview.any_twin(problem)
    if twin is None:
        return "This problem has no twin in the other API."
    if not overview.standing(problem.id).is_solved:
        return f"w goes to the same idea in {twin.api}, once this problem is solved."
    return "w compares your two solutions, once no review of either problem is due or begun."


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
    elif after.at_the_end:
        lines.append(f"{after.at_the_end} {ANY_REVIEW}")
    if after.twin:
        lines.append(f"w goes to the same idea in {after.twin.api}.")
    elif after.twin_beside:
        lines.append(f"w shows your solution beside the one in {after.twin_beside.api}.")
    return "\n".join(lines)
