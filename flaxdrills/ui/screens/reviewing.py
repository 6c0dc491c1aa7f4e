"""What is said about reviews on the practise screen."""

from __future__ import annotations

from flaxdrills.problem import Problem
from flaxdrills.session import Session
from flaxdrills.summary import count

_DUE = (
    "This one is due again. v begins its review with a fresh stub; what you wrote is kept. "
    "Running your old solution says nothing of what you remember."
)
_BEGUN = (
    "A review: write it once more from what you remember. A hint or a second try makes it hard; "
    "who looks at the solution gives it up, and it comes back soon."
)


def review_notice(session: Session, problem: Problem) -> str:
    """What is said when the problem is opened; nothing while it is new."""
    if session.can_review(problem):
        return _DUE
    return _BEGUN if session.review(problem).is_review else ""


def onward(session: Session, problem: Problem, was_graded: bool) -> str:
    """What is said after a pass: how far the learner is, when the problem comes back, and how to go on."""
    overview = session.overview()
    total = len(overview.standings)
    days = overview.streak.current
    done = f"That is all {total} of them" if overview.solved == total else f"{overview.solved} of {total} solved"
    row = f", {days} days in a row" if days > 1 else ""
    following, twin = session.following(problem), overview.twin(problem)
    lines = [
        f"Well done. {done}{row}."
        + (f" n goes on to “{following.title}”." if following else "")
        + (f" w goes to the same idea in {twin.api}." if twin else "")
    ]
    if was_graded:
        lines.append(_graded(session, problem))
    elif session.can_review(problem):
        lines.append(_DUE)
    return "\n".join(lines)


def _graded(session: Session, problem: Problem) -> str:
    review = session.review(problem)
    memory, grade = review.memory, review.grade
    if memory is None or grade is None:
        return ""
    days = count((memory.due_on - memory.graded_on).days, "day")
    beside = " a shows it beside your old solution." if review.rounds > 1 else ""
    return f"Graded {grade}: it comes back in {days}. g changes the grade.{beside}"
