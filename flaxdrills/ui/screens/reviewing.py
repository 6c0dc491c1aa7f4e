"""What is said about reviews on the practise screen."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Onward:
    """What is said after a pass, and where enter goes then."""

    text: str
    problem: Problem | None


def onward(session: Session, problem: Problem, was_graded: bool) -> Onward:
    """How far the learner is after a pass, when the problem comes back, and how to go on."""
    overview = session.overview()
    total, days = len(overview.standings), overview.streak.current
    done = f"That is all {total} of them" if overview.solved == total else f"{overview.solved} of {total} solved"
    lines = [f"Well done. {done}{f', {days} days in a row' if days > 1 else ''}."]
    if was_graded:
        lines.append(_graded(session, problem))
    elif session.can_review(problem):
        lines.append(_DUE)
    following, twin = next_thing(session, problem), overview.twin(problem)
    ways = []
    if following:
        again = "the review of " if session.can_review(following) else ""
        ways.append(f"enter goes on to {again}“{following.title}”.")
    if twin:
        ways.append(f"w goes to the same idea in {twin.api}.")
    return Onward("\n".join([*filter(None, lines), " ".join(ways)]).rstrip(), following)


def next_thing(session: Session, problem: Problem) -> Problem | None:
    """What to do after `problem`: what follows it, or where that is solved what is due or was never solved."""
    following = session.following(problem)
    if following and (session.can_review(following) or not session.is_solved(following)):
        return following
    otherwise = session.next_problem()
    return following if otherwise is None or otherwise.id == problem.id else otherwise


def _graded(session: Session, problem: Problem) -> str:
    review = session.review(problem)
    memory, grade = review.memory, review.grade
    if memory is None or grade is None:
        return ""
    days = count((memory.due_on - memory.graded_on).days, "day")
    beside = " a shows it beside your old solution." if review.rounds > 1 else ""
    return f"Graded {grade}: it comes back in {days}. g changes the grade.{beside}"
