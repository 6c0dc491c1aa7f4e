"""A problem's own history."""

from __future__ import annotations

import pytest

from flaxdrills.journal.journal import EntryKind
from flaxdrills.progress.attempt_history import history_of
from flaxdrills.progress.grade import Grade
from flaxdrills.progress.text_diff import DiffLine, difference
from tests.entries import Diary


def test_every_attempt_is_there_the_oldest_first() -> None:
    diary = Diary()
    diary.write(EntryKind.OPENED)
    diary.attempt("failed", sha256="a")
    diary.attempt("passed", "another")
    diary.attempt("passed", sha256="b")
    diary.attempt("broken")
    diary.attempt("passed", sha256="b")
    found = history_of(diary.entries, "p")
    assert [(past.number, past.attempt.verdict, past.attempt.sha256) for past in found] == [
        (1, "failed", "a"),
        (2, "passed", "b"),
        (3, "passed", "b"),
    ]


def test_a_grade_stands_with_the_attempt_that_earned_it() -> None:
    diary = Diary()
    diary.attempt("failed")
    first = diary.attempt()
    diary.write(EntryKind.GRADED, of=first.id, grade="easy")
    diary.wait(days=9).write(EntryKind.RESET)
    diary.attempt("failed")
    diary.attempt()
    diary.attempt()
    assert [(past.round, past.grade) for past in history_of(diary.entries, "p")] == [
        (1, None),
        (1, Grade.EASY),
        (2, None),
        (2, Grade.HARD),
        (2, None),
    ]


def test_a_problem_without_attempts_has_none() -> None:
    assert history_of(Diary().entries, "p") == ()


def test_a_difference_shows_what_went_and_what_came() -> None:
    assert difference("a\nb\nc\n", "a\nB\nc\n") == (
        DiffLine("@", ""),
        DiffLine(" ", "a"),
        DiffLine("-", "b"),
        DiffLine("+", "B"),
        DiffLine(" ", "c"),
    )


@pytest.mark.parametrize("text", ["", "a", "a\nb\n"])
def test_the_same_text_has_no_difference(text: str) -> None:
    assert difference(text, text) == ()


def test_lines_that_look_like_a_header_are_lines() -> None:
    assert difference("--- a\n", "+++ b\n") == (DiffLine("@", ""), DiffLine("-", "--- a"), DiffLine("+", "+++ b"))
    assert DiffLine("+", "@@ x") in difference("", "@@ x\n")
