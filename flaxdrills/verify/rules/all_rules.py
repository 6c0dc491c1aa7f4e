"""What can be found by reading: every rule on every problem, without running anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts, read_problem_texts
from flaxdrills.verify.rules.folder_files import look_at_files
from flaxdrills.verify.rules.hint_giveaway import look_for_key_lines
from flaxdrills.verify.rules.problem_links import look_at_relations
from flaxdrills.verify.rules.similar_texts import look_for_likeness
from flaxdrills.verify.rules.text_lengths import look_at_diagnoses, look_at_hints, look_at_lesson, look_at_task

_RULES = (look_at_lesson, look_at_task, look_at_hints, look_at_diagnoses, look_for_key_lines)
"""The rules that look at the texts of one problem."""


def read_through(
    catalogue: Catalogue, problems: Sequence[Problem]
) -> tuple[Mapping[str, ProblemTexts], Mapping[str, tuple[Finding, ...]]]:
    """The drafts of `problems` that can be read, and what does not hold, both by id.

    The rest of `catalogue` is read too: two problems must not say the same.
    """
    drafts: dict[str, ProblemTexts] = {}
    findings: dict[str, list[Finding]] = {problem.id: [] for problem in problems}
    for problem in problems:
        findings[problem.id] += look_at_files(problem)
    for problem in catalogue:
        if not findings.get(problem.id):
            try:
                drafts[problem.id] = read_problem_texts(problem)
            except (CatalogueError, ValueError):
                # Nobody asked about this one: those whose files cannot be read have their findings.
                continue
    for problem in problems:
        if draft := drafts.get(problem.id):
            for rule in _RULES:
                findings[problem.id] += rule(draft)
        findings[problem.id] += look_at_relations(catalogue, problem)
    for finding in look_for_likeness(tuple(drafts.values()), findings):
        findings[finding.problem].append(finding)
    return drafts, {problem_id: tuple(found) for problem_id, found in findings.items()}
