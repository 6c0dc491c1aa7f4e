"""A row names the problems that teach it: those whose lesson shows its error."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from flaxdrills.known_errors.base_classes import ancestors_of, is_known
from flaxdrills.known_errors.causes import CAUSES, Cause, cause_for, read_table
from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import read_file

_ERROR = re.compile(r"(?m)^[#\s>`]*((?:[\w.]+\.)?[A-Z]\w+(?:Error|NotFound)): (.+(?:\n(?!\n|```).*)*)")

_GENERAL = {cause.id for cause in read_table("calls")}


def rows_shown(problem: Problem) -> Iterator[str]:
    """The rows of the errors that the lesson of `problem` shows, but not those that fit any call or name."""
    for kind, message in _ERROR.findall(read_file(problem, "lesson.md")):
        cause = cause_for(ancestors_of(kind), re.sub(r"\n[\s#]*", " ", message)) if is_known(kind) else None
        if cause is not None and not cause.names and cause.id not in _GENERAL:
            yield cause.id


def test_a_row_names_the_problems_whose_lesson_shows_its_error(catalogue: Catalogue) -> None:
    named = {cause.id: set(cause.problems) for cause in CAUSES}
    missing = [
        (row, problem.id) for problem in catalogue for row in rows_shown(problem) if problem.id not in named[row]
    ]
    assert missing == []
    assert sum(1 for problem in catalogue for _ in rows_shown(problem)) > 10


@pytest.mark.parametrize("cause", [cause for cause in CAUSES if cause.problems], ids=lambda cause: cause.id)
def test_the_problems_that_a_row_names_are_there(cause: Cause, catalogue: Catalogue) -> None:
    assert set(cause.problems) <= {problem.id for problem in catalogue}
    assert len(set(cause.problems)) == len(cause.problems)
