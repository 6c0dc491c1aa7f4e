"""Which problem to do now, and which after another."""

from __future__ import annotations

from flaxdrills.problems.problem import Problem
from flaxdrills.progress.overview import Overview
from flaxdrills.system.english import count


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


def at_the_end(overview: Overview) -> str:
    """What there is to do still, for whoever is at the end of the list or has solved all of it."""
    if overview.reviews:
        return f"{overview.due_in_words}; the first of them is “{overview.reviews[0].problem.title}”."
    unsolved = [standing.problem for standing in overview.standings if not standing.is_solved]
    if unsolved:
        return f"{count(len(unsolved), 'problem')} not solved yet; the first of them is “{unsolved[0].title}”."
    if overview.due:
        return f"{overview.due_in_words}."
    memories = [(one.progress.review.memory, one.problem.title) for one in overview.standings]
    coming = [(memory.due_on, title) for memory, title in memories if memory is not None]
    if not coming:
        return ""
    day, title = min(coming)
    return f"The first review comes on {day.day} {day:%B}: “{title}”."
