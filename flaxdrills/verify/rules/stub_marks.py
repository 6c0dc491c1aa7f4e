"""Whether the stub marks what it leaves to be done, so that a half-written file is known and counts as no try."""

from __future__ import annotations

from collections.abc import Iterator

from flaxdrills.problems.stub_gaps import PLACEHOLDER, gaps_of
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts


def find_unmarked_gaps(texts: ProblemTexts) -> Iterator[Finding]:
    """A stub that is no whole program and marks nothing, and marks on what the reference leaves as it is."""
    if texts.problem.form.begins_whole:
        return
    gaps = gaps_of(texts.stub)
    if not gaps.statements and not gaps.bodies:
        yield texts.finding(
            "stub.py",
            "no function marks what is to be done in it: by `raise NotImplementedError`, by a comment "
            f"`{PLACEHOLDER} ...` above the statement that is to go, or by any other comment",
        )
    elif left := gaps.left_in(texts.solution):
        yield texts.finding(
            "stub.py",
            f"{left} has a mark (`raise NotImplementedError` or a comment) that something is to be done in it, and "
            "solution.py leaves it as it is; what is given has no comment",
        )
