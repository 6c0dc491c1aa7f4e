"""What is said after a pass, on the screen and at the command line, and where to go on to."""

from __future__ import annotations

from dataclasses import dataclass

from flaxdrills.practice.next_problem import at_the_end, next_after
from flaxdrills.problems.problem import Problem
from flaxdrills.progress.overview import Overview, Standing, Twin
from flaxdrills.progress.reviews import Review
from flaxdrills.system.english import count


@dataclass(frozen=True, slots=True)
class AfterPass:
    """What a pass came to. How to go on is said by each face, which has keys or commands for it."""

    well_done: str
    """How far the learner is, whatever it was that passed."""
    comes_back: str
    """How the round was graded that ended with the pass, and when the problem comes back; "" where none ended."""
    was_graded: bool
    """Whether a round ended with the pass."""
    was_review: bool
    """Whether that round was a review."""
    can_be_reviewed: bool
    """Whether the problem is due, and what passed was the old solution."""
    following: Standing | None
    """What to do next."""
    twin: Twin | None
    """The same idea in the other API, unless that is solved."""
    twin_beside: Twin | None
    """The same, where both are solved and may be compared."""
    at_the_end: str
    """What there is to do still, where nothing follows; "" where something does."""

    @property
    def next_problem(self) -> Problem | None:
        """The problem to go on to."""
        return self.following.problem if self.following else None


def after_pass(overview: Overview, problem: Problem, *, was_graded: bool) -> AfterPass:
    """What follows from a pass of `problem`, which `overview` knows of and which ended a round if it `was_graded`."""
    standing, following = overview.standing(problem.id), next_after(overview, problem)
    review = standing.progress.review
    return AfterPass(
        well_done=_well_done(overview),
        comes_back=_comes_back(review) if was_graded else "",
        was_graded=was_graded,
        was_review=was_graded and review.rounds > 1,
        can_be_reviewed=standing.can_be_reviewed,
        following=overview.standing(following.id) if following else None,
        twin=overview.twin(problem),
        twin_beside=overview.twin_beside(problem),
        at_the_end="" if following else at_the_end(overview),
    )


def _well_done(overview: Overview) -> str:
    total, days = len(overview.standings), overview.streak.current
    done = f"{overview.solved} of {total} solved"
    if overview.solved == total:
        left = len(overview.reviews)
        done = f"{count(left, 'review')} left today" if left else f"That is all {total} of them"
    return f"Well done. {done}{f', {days} days in a row' if days > 1 else ''}."


def _comes_back(review: Review) -> str:
    memory, grade = review.memory, review.grade
    if memory is None or grade is None:
        return ""
    return f"Grade: {grade}. It comes back in {count((memory.due_on - memory.graded_on).days, 'day')}."
