"""What a learner is asked before the reference solution is shown."""

from __future__ import annotations

from flaxdrills.progress.overview import Standing


def question_before_solution(standing: Standing) -> str:
    """The question, where a look at the solution matters for the next review; "" where it does not."""
    if not standing.is_at_stake:
        return ""
    if standing.is_solved:
        return "If you see the solution now, this review ends, and the problem comes back soon. Show it?"
    return "You have not solved this one yet. If you look at its solution now, that is recorded. Show it?"
