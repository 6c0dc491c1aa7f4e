"""The track of NNX as a whole: its forms vary."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from flaxdrills.problems.catalogue import load_catalogue
from flaxdrills.problems.problem import Form
from flaxdrills.system.paths import content_folder

CATALOGUE = load_catalogue(content_folder())
LONGEST_ROW = 2


def test_at_least_a_third_is_not_to_be_written_from_nothing() -> None:
    forms = Counter(problem.form for problem in CATALOGUE if problem.track == "nnx")
    assert forms.total() - forms[Form.WRITE] >= forms.total() / 3, forms


def test_no_three_neighbours_have_the_same_form() -> None:
    problems = [problem for problem in CATALOGUE if problem.track == "nnx"]
    rows = [[each.id for each in row] for _, row in groupby(problems, key=lambda problem: problem.form)]
    assert [row for row in rows if len(row) > LONGEST_ROW] == []
