"""`flaxdrills show`, called as a learner calls it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Installation

pytestmark = pytest.mark.process


def test_show_is_plain_text_when_not_on_a_terminal(installed: Installation) -> None:
    answer = installed.call("show", "sum-up")
    lesson, task = (installed.problem("sum-up") / name for name in ("lesson.md", "task.md"))
    title, rest = lesson.read_text().split("\n", 1)
    place = "First. Problem 1 of 2, write, difficulty 1 of 5."
    assert answer.out == f"{title}\n\n{place}\n{rest}\n## The task\n\n{task.read_text()}"
    assert answer.status == 0
