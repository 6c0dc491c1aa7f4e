"""Problems that say the same: a paragraph that stands in two of them, lessons that begin alike."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from flaxdrills.verify.finding import Finding
from flaxdrills.verify.markdown import paragraphs_of
from flaxdrills.verify.problem_texts import ProblemTexts

_LEAST = 40
"""A shorter paragraph may stand anywhere."""
_OPENING = 4
"""So many words are a beginning."""

# What a task says in the same words wherever it is so: what is returned, compared or checked, or an argument.
_FORMULA = re.compile(
    r"(\*\*)?(returns\b|checked as well:)|`[^`]+`(, `[^`]+`)*(:| -| is )"
    r"|the values are compared with the reference's\.$"
)
_WHY = re.compile(r"^## Why it matters\s*$(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)


def find_similar_texts(problems: Sequence[ProblemTexts], named: Iterable[str]) -> Iterator[Finding]:
    """What those problems whose ids are `named` have in common with another; told of the later of two."""
    asked = set(named)
    paragraphs: dict[str, tuple[ProblemTexts, str]] = {}
    openings: dict[tuple[str, ...], ProblemTexts] = {}
    # Those that nobody asked about come first, so that it is told of the one that is asked about.
    for texts in sorted(problems, key=lambda texts: texts.problem.id in asked):
        is_asked = texts.problem.id in asked
        opening = _opening(texts.lesson)
        if opening:
            other = openings.setdefault(opening, texts)
            if other is not texts and is_asked:
                words = " ".join(opening)
                yield texts.finding("lesson.md", f"it begins with {words!r}, and so does {other.problem.id}/lesson.md")
        for file, paragraph in _paragraphs(texts):
            first, where = paragraphs.setdefault(paragraph, (texts, file))
            if first is not texts and is_asked:
                begin = textwrap.shorten(paragraph, 60, placeholder="...")
                yield texts.finding(file, f"it shares a paragraph with {first.problem.id}/{where}: {begin!r}")


def _paragraphs(texts: ProblemTexts) -> Iterator[tuple[str, str]]:
    """The paragraphs that should stand in no other problem, with their file."""
    files = [("lesson.md", texts.lesson), ("task.md", texts.task), *(("hints.md", hint) for hint in texts.hints)]
    for file, text in (*files, ("stub.py", _without_rows(texts.stub_docstring))):
        # The steps of a task are a specification: where they are the same, they should read the same.
        for paragraph in paragraphs_of(text, items=file not in ("task.md", "stub.py")):
            plain = paragraph.casefold()
            if len(plain) >= _LEAST and not _FORMULA.match(plain):
                yield file, plain


def _without_rows(docstring: str) -> str:
    """`docstring` without the rows that say what the arguments are: indented, or set in columns."""
    return re.sub(r"^([ \t]+\S|\S+ {2,}\S).*\n?", "", docstring, flags=re.MULTILINE)


def _opening(lesson: str) -> tuple[str, ...]:
    """The first words of the first sentence that says why it matters."""
    why = _WHY.search(lesson)
    first = next(paragraphs_of(why[1]), "") if why else ""
    sentence = re.split(r"(?<=[.!?])\s", first, maxsplit=1)[0]
    return tuple(re.findall(r"[\w'’-]+(?:\.\w+)*", sentence.casefold())[:_OPENING])
