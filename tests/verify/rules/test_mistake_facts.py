"""What a wrong solution states of a learner's file."""

from __future__ import annotations

import pytest

from flaxdrills.verify.rules.mistake_facts import find_untrue_facts
from tests.verify.conftest import texts_of

BODY = "\n\ndef count_calls(x):\n    return list(map(lambda _: 1, x))\n"


def found(facts: str, diagnosis: str = "Nothing is counted.") -> list[str]:
    texts = texts_of(wrong={"formula": f'"""{diagnosis}"""\n\n{facts}{BODY}'}, diagnoses={"formula": diagnosis})
    return [str(finding) for finding in find_untrue_facts(texts)]


@pytest.mark.parametrize("facts", ["", "# fact: checks\n", "# fact: has lambda\n# fact: has not nnx.Module\n"])
def test_facts_that_are_so_have_no_findings(facts: str) -> None:
    assert found(facts) == []


@pytest.mark.parametrize(
    ("facts", "finding"),
    [
        ("# fact: has while\n", "the fact 'has while' is not so in this file"),
        ("# fact: has not map(...)\n# fact: has lambda\n", "the fact 'has not map(...)' is not so in this file"),
        ("# fact: has lambda lambda\n", "'lambda lambda' is no Python"),
        ("# fact: it has one\n", "'it has one' is neither 'has CODE'"),
        ("# fact: has def count_calls\n", "its facts are so in solution.py as well"),
    ],
)
def test_what_is_not_so_is_found(facts: str, finding: str) -> None:
    [one] = found(facts)
    assert one.startswith("one/wrong/formula.py: ") and finding in one


def test_a_diagnosis_leaves_the_doubt_to_the_app() -> None:
    [one] = found("", "Perhaps: nothing is counted.")
    assert "its diagnosis begins with 'Perhaps: '" in one
