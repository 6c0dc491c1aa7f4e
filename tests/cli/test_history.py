"""`flaxdrills history`, called as a learner calls it."""

from __future__ import annotations

import pytest

from flaxdrills.journal.journal import EntryKind
from flaxdrills.practice.solution_files import SolutionFiles, sha256_of
from flaxdrills.problems.catalogue import load_catalogue
from tests.cli.conftest import Answer, Installation

pytestmark = pytest.mark.process


def test_the_history_of_a_problem_can_be_read_and_compared(installed: Installation) -> None:
    assert installed.call("history", "sum-up") == Answer(0, "", "It was not run yet.\n")
    workspace = SolutionFiles(installed.home / "data" / "solutions", installed.home / "data" / "history")
    problem = load_catalogue(installed.folder / "content").problem("sum-up")
    for verdict, text in (("failed", "x = 1\n"), ("passed", "x = 2\n")):
        workspace.keep(problem, text)
        installed.journal.append(EntryKind.ATTEMPT, "sum-up", verdict=verdict, sha256=sha256_of(text), seconds=0.5)
    installed.journal.append(EntryKind.ATTEMPT, "sum-up", verdict="error", sha256=sha256_of("x"), unfinished=True)
    lines = installed.call("history", "sum-up").out.splitlines()
    assert [line.split()[1] for line in lines] == ["✗", "✓", "✗"]
    assert lines[1].endswith("grade: hard")
    assert lines[2].endswith("unfinished")
    assert installed.call("history", "sum-up", "1").out == "x = 1\n"
    assert installed.call("history", "sum-up", "1", "2").out == "@@\n-x = 1\n+x = 2\n"
    assert installed.call("history", "sum-up", "2", "2").err == "The two texts are the same.\n"
    found = installed.call("history", "sum-up", "--json").json
    assert [one["verdict"] for one in found] == ["failed", "passed", "error"]
    assert [one["unfinished"] for one in found] == [False, False, True]
    answer = installed.call("history", "sum-up", "4")
    assert (answer.status, answer.err) == (2, "flaxdrills: There is no attempt 4; there are 1 to 3.\n")
