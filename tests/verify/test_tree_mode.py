"""A wrong solution may say that only graph mode punishes it."""

import pytest

from flaxdrills.verify.tree_mode import is_of_graph_mode
from tests.verify.conftest import texts_of


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("# fact: checks\n# graph mode only\n", True),
        ("# fact: checks\n", False),
        ("x = 1  # graph mode only\n", False),
    ],
)
def test_a_line_says_that_a_mistake_is_one_in_graph_mode_alone(source: str, told: bool) -> None:
    texts = texts_of(wrong={"lost": source})
    assert is_of_graph_mode(texts, "wrong/lost.py") is told
    assert not is_of_graph_mode(texts, "stub.py")
