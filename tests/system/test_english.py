"""The words that depend on a number or on the letter that follows."""

from __future__ import annotations

from flaxdrills.system.english import count, plural, with_article


def test_one_thing_is_told_in_the_singular_and_none_in_the_plural() -> None:
    assert [count(number, "line") for number in (0, 1, 2)] == ["0 lines", "1 line", "2 lines"]
    assert f"{1234:,} {plural(1234, 'equation')}" == "1,234 equations"


def test_an_article_fits_the_letter_after_it() -> None:
    assert [with_article(noun) for noun in ("list", "Array", "None")] == ["a list", "an Array", "None"]
