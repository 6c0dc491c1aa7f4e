"""The code blocks of a lesson."""

from __future__ import annotations

import pytest

from flaxdrills.problems.lesson import Block, blocks_of
from flaxdrills.problems.lesson_output import OutputSide, compared, matches


def test_a_text_without_code_has_no_blocks() -> None:
    assert blocks_of("# Title\n\nText with `code` in it.\n") == ()


def test_a_block_knows_its_line_and_what_it_is_said_to_print() -> None:
    lesson = "Text\n\n```python\nprint(1)\nprint(2)\n```\n```output\n1\n2\n```\n"
    assert blocks_of(lesson) == (Block(4, "print(1)\nprint(2)\n", "1\n2"),)


def test_an_output_block_may_stand_a_blank_line_below() -> None:
    [block] = blocks_of("```python\nprint(1)\n```\n\n```output\n1\n```\n")
    assert block.output == "1"


def test_a_block_that_prints_nothing_has_no_output() -> None:
    first, second = blocks_of("```python\na = 1\n```\n\n```python\nprint(a)\n```\n```output\n1\n```\n")
    assert (first.output, second.output) == (None, "1")


def test_a_block_may_say_that_it_holds_in_graph_mode_only() -> None:
    first, second = blocks_of("```python graph-mode\na = 1\n```\n```output\n1\n```\n\n```python\na\n```\n")
    assert (first.graph_mode, first.output, second.graph_mode) == (True, "1", False)


def test_blocks_in_other_languages_are_passed_over() -> None:
    [block] = blocks_of("```sh\nls\n```\n\n```\nplain\n```\n\n```python\na\n```\n")
    assert block.code == "a\n"


def test_a_fence_with_a_language_inside_a_block_is_code() -> None:
    [block] = blocks_of('```python\ntext = """\n```output\n"""\n```\n')
    assert block.code == 'text = """\n```output\n"""\n'


@pytest.mark.parametrize(
    ("lesson", "reason"),
    [
        ("```output\n1\n```\n", "line 1: an output block without"),
        ("```python\nprint(1)\n```\nSo it prints:\n```output\n1\n```\n", "line 5: an output block without"),
        ("```python\nprint(1)\n```\n```output\n1\n```\n```output\n2\n```\n", "line 7: an output block without"),
        ("```python\nprint(1)\n```\n```sh\nls\n```\n```output\n1\n```\n", "line 7: an output block without"),
        ("Text\n\n```python\nprint(1)\n", "line 3: this block does not end"),
    ],
    ids=["no code", "prose between", "two outputs", "another block between", "no end"],
)
def test_a_lesson_that_makes_no_sense_is_refused_with_the_line(lesson: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        blocks_of(lesson)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("1", "1\n"),
        ("", ""),
        ("1\n2", "1  \n2\n\n"),
        ("TypeError: ...", "TypeError: got (3,) and (2,)."),
        ("first\n...\nlast", "first\nsecond\nthird\nlast\n"),
        ("a [...] b", "a [1, 2] b"),
        ("  indented", "  indented"),
    ],
)
def test_what_is_printed_matches_what_is_said(said: str, printed: str) -> None:
    assert matches(said, printed)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("1", "2"),
        ("1", "10"),
        ("1", ""),
        ("", "1"),
        ("1\n2", "1 2"),
        ("a.c", "abc"),
        ("TypeError: ...", "ValueError: got (3,)"),
        ("  indented", "indented"),
        ("first ... last", "first and then"),
    ],
)
def test_what_is_printed_otherwise_does_not_match(said: str, printed: str) -> None:
    assert not matches(said, printed)


def signs(said: str, printed: str) -> list[str]:
    """Both set beside each other, as a diff would show them."""
    return [
        {OutputSide.BOTH: "  ", OutputSide.SAID: "- ", OutputSide.PRINTED: "+ "}[line.side] + line.text
        for line in compared(said, printed)
    ]


@pytest.mark.parametrize(
    ("said", "printed", "lines"),
    [
        ("1\n2\n3", "1\n2\n3\n", ["  1", "  2", "  3"]),
        ("1\n2\n3", "1\n4\n3\n", ["  1", "- 2", "+ 4", "  3"]),
        ("1\n2", "1\n2\n3", ["  1", "  2", "+ 3"]),
        ("1\n2\n3", "2\n", ["- 1", "  2", "- 3"]),
        ("Error: ... 3", "Error: at 0x1f 3", ["  Error: at 0x1f 3"]),
        ("", "1", ["+ 1"]),
        ("1", "", ["- 1"]),
        ("", "", []),
    ],
)
def test_two_outputs_are_set_beside_each_other(said: str, printed: str, lines: list[str]) -> None:
    assert signs(said, printed) == lines


def test_of_very_many_lines_the_rest_is_taken_as_it_comes() -> None:
    many = "\n".join(map(str, range(1000)))
    assert signs(many, many) == [
        *(f"  {n}" for n in range(300)),
        *(f"- {n}" for n in range(300, 1000)),
        *(f"+ {n}" for n in range(300, 1000)),
    ]
