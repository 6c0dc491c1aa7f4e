"""What can be found by reading: every rule on every problem, without running anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.problem import Problem
from flaxdrills.problems.problem_files import CatalogueError
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts, read_problem_texts
from flaxdrills.verify.rules.folder_files import find_file_faults
from flaxdrills.verify.rules.hint_giveaway import find_giveaways
from flaxdrills.verify.rules.mistake_facts import find_untrue_facts
from flaxdrills.verify.rules.name_ledger import find_early_names
from flaxdrills.verify.rules.pitfall_blocks import find_leaning_pitfalls
from flaxdrills.verify.rules.problem_links import find_broken_links
from flaxdrills.verify.rules.required_parts import find_missing_parts
from flaxdrills.verify.rules.similar_texts import find_similar_texts
from flaxdrills.verify.rules.stub_marks import find_unmarked_gaps
from flaxdrills.verify.rules.text_lengths import find_long_texts

_RULES: tuple[Callable[[ProblemTexts], Iterable[Finding]], ...] = (
    find_missing_parts,
    find_long_texts,
    find_giveaways,
    find_unmarked_gaps,
    find_untrue_facts,
    find_leaning_pitfalls,
)
"""The rules that look at the texts of one problem."""


def apply_rules(
    catalogue: Catalogue, problems: Sequence[Problem]
) -> tuple[Mapping[str, ProblemTexts], Mapping[str, tuple[Finding, ...]]]:
    """The texts of `problems` that can be read, and what does not hold, both by id.

    The rest of `catalogue` is read too: two problems must not say the same.
    """
    texts: dict[str, ProblemTexts] = {}
    findings: dict[str, list[Finding]] = {problem.id: [] for problem in problems}
    for problem in problems:
        findings[problem.id] += find_file_faults(problem)
    for problem in catalogue:
        if not findings.get(problem.id):
            try:
                texts[problem.id] = read_problem_texts(problem)
            except (CatalogueError, ValueError):
                # Nobody asked about this one: those whose files cannot be read have their findings.
                continue
    for problem in problems:
        if problem.id in texts:
            for rule in _RULES:
                findings[problem.id] += rule(texts[problem.id])
            findings[problem.id] += find_early_names(catalogue, texts, problem)
        findings[problem.id] += find_broken_links(catalogue, problem)
    for finding in find_similar_texts(tuple(texts.values()), findings):
        findings[finding.problem].append(finding)
    return texts, {problem_id: tuple(found) for problem_id, found in findings.items()}
