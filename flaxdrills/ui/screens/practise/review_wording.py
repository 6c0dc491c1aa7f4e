"""What is said about reviews on the practise screen."""

from __future__ import annotations

from dataclasses import dataclass

from flaxdrills.practice.session import Session
from flaxdrills.problems.problem import Problem
from flaxdrills.progress.statistics import comes_back, well_done

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


@dataclass(frozen=True, slots=True)
class Onward:
    """What is said after a pass, and where enter goes then."""

    text: str
    problem: Problem | None


def onward(session: Session, problem: Problem, was_graded: bool) -> Onward:
    """How far the learner is after a pass, when the problem comes back, and how to go on."""
    overview = session.overview()
    lines = [well_done(overview)]
    if was_graded:
        lines.append(_graded(session, problem))
    elif session.can_review(problem):
        lines.append(_DUE)
    following, twin = session.next_after(problem), overview.twin(problem)
    if following:
        again = "the review of " if session.can_review(following) else ""
        lines.append(f"enter goes on to {again}“{following.title}”.")
    if twin:
        lines.append(f"w goes to the same idea in {twin.api}.")
    return Onward("\n".join(filter(None, lines)), following)


def _graded(session: Session, problem: Problem) -> str:
    review = session.review(problem)
    told = comes_back(review)
    beside = " a shows it beside your old solution." if review.rounds > 1 else ""
    return f"{told} g changes the grade.{beside}" if told else ""
