"""What a learner is told or asked before a review that is not due begins."""

from __future__ import annotations

from flaxdrills.progress.overview import Standing


def why_no_review(standing: Standing) -> str:
    """Why no review can begin; "" where one can."""
    if not standing.is_solved:
        return f"{standing.problem.id} was not solved yet, so there is nothing to review."
    return ""


def question_before_review(standing: Standing) -> str:
    """The question where it is not due yet; "" where it is."""
    memory = standing.progress.review.memory
    if standing.is_due or memory is None:
        return ""
    due = f"{memory.due_on.day} {memory.due_on:%B %Y}"
    return f"{standing.problem.id} is not due before {due}. Begin its review now all the same?"
