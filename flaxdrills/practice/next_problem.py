"""Which problem to do now, and which after another."""

from __future__ import annotations

from flaxdrills.problems.problem import Problem
from flaxdrills.progress.overview import Overview


def next_problem(overview: Overview) -> Problem | None:
    """What to do now: one of today's reviews, else the next in the track after the last one opened."""
    if overview.reviews:
        return overview.reviews[0].problem
    standings = overview.standings
    unsolved = [(position, standing.problem) for position, standing in enumerate(standings) if not standing.is_solved]
    ids = [standing.problem.id for standing in standings]
    here = ids.index(overview.last_opened) if overview.last_opened in ids else -1
    later = (problem for position, problem in unsolved if position >= here)
    return next(later, unsolved[0][1] if unsolved else None)


def following(overview: Overview, problem: Problem) -> Problem | None:
    """What comes after `problem`: after a review the next of today's, else the next one of the catalogue."""
    was_review = overview.standing(problem.id).progress.review.was_reviewed_on(overview.today)
    others = [standing.problem for standing in overview.reviews if standing.problem.id != problem.id]
    if was_review and others:
        return others[0]
    problems = [standing.problem for standing in overview.standings]
    after = [one.id for one in problems].index(problem.id) + 1
    return problems[after] if after < len(problems) else None


def next_after(overview: Overview, problem: Problem) -> Problem | None:
    """What to do after `problem`: what follows it, or where that is solved what is due or was never solved."""
    follower = following(overview, problem)
    if follower is not None:
        standing = overview.standing(follower.id)
        if standing.can_be_reviewed or not standing.is_solved:
            return follower
    otherwise = next_problem(overview)
    return follower if otherwise is None or otherwise.id == problem.id else otherwise
