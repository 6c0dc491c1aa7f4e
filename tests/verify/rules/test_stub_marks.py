"""Whether a stub marks what it leaves to be done."""

from __future__ import annotations

from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.rules.stub_marks import find_unmarked_gaps
from tests.verify.conftest import SOLUTION, texts_of

STUB = '"""count_calls(x): how often."""\n\n\ndef count_calls(x):\n    return x * 0\n'
GIVEN = "return jnp.stack([model.count[...], model(x).sum()])"


def found(texts: ProblemTexts) -> list[str]:
    return [str(finding) for finding in find_unmarked_gaps(texts)]


def test_a_stub_with_a_mark_has_no_findings() -> None:
    assert found(texts_of()) == []
    assert found(texts_of(stub=STUB.replace("    return", "    # In place of this: the count.\n    return"))) == []


def test_a_stub_without_a_mark_is_found() -> None:
    [only] = found(texts_of(stub=STUB))
    assert only.startswith("one/stub.py: no function marks what is to be done in it")


def test_a_mark_on_what_the_reference_leaves_is_found() -> None:
    [only] = found(texts_of(stub=SOLUTION.replace(GIVEN, f"# The count comes first.\n    {GIVEN}")))
    assert only.startswith("one/stub.py: count_calls has a mark")
