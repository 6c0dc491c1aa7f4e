"""The names of the libraries that a problem's texts use.

They are only collected here; whether the installed libraries have them is looked up where those are imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flaxdrills.problems.lesson import blocks_of
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.markdown import code_in
from flaxdrills.verify.problem_texts import ProblemTexts

_ROOTS = {
    "flax": "flax",
    "jax": "jax",
    "jnp": "jax.numpy",
    "lax": "jax.lax",
    "linen": "flax.linen",
    "nn": "flax.linen",
    "nnx": "flax.nnx",
    "optax": "optax",
}
"""What the first word of a name stands for."""

# Not after a dot (`self.nn.x`), a quote or a slash (file names); `nnx.to_*` stands for several names.
_NAME = re.compile(rf"(?<![\w.\"'/])({'|'.join(_ROOTS)})((?:\.[A-Za-z_]\w*)+)(?![\w*…])")
_REFUSAL = re.compile(r"^(?:AttributeError|ImportError|ModuleNotFoundError): (.*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Use:
    """A name where it first stands."""

    file: str
    line: int | None
    spelling: str


def names_used(texts: ProblemTexts) -> Mapping[str, Use]:
    """Where each name is used that must exist, by its full name such as "flax.nnx.Linear"."""
    refused = set(_shown_to_be_missing(texts.lesson))
    found: dict[str, Use] = {}
    for use in _uses(texts):
        full = full_name(use.spelling)
        if full not in refused:
            found.setdefault(full, use)
    return found


def names_in_blocks(texts: ProblemTexts) -> frozenset[str]:
    """The full names that stand in the code of the lesson's blocks."""
    uses = (use for block in blocks_of(texts.lesson) for use in _names_in(block.code, "lesson.md", None))
    return frozenset(full_name(use.spelling) for use in uses)


def begins_with_library(spelling: str) -> bool:
    """Whether it looks like a name of the libraries, such as "nnx.Linear"."""
    return _NAME.fullmatch(spelling) is not None


def full_name(spelling: str) -> str:
    """What a name such as "nnx.Linear", which `begins_with_library`, stands for: "flax.nnx.Linear"."""
    root, _, rest = spelling.partition(".")
    return f"{_ROOTS[root]}.{rest}"


def find_missing_names(texts: ProblemTexts, missing: tuple[str, ...]) -> Iterator[Finding]:
    """A finding for each name that is `missing` from the installed libraries."""
    uses = names_used(texts)
    for full in missing:
        use = uses[full]
        where = f"line {use.line}: " if use.line else ""
        reason = f"{where}there is no `{use.spelling}` in the installed {full.partition('.')[0]} ({full})"
        yield texts.finding(use.file, reason)


def _uses(texts: ProblemTexts) -> Iterator[Use]:
    for file, text in (("lesson.md", texts.lesson), ("task.md", texts.task)):
        for code in code_in(text):
            yield from _names_in(code.text, file, code.line)
    for hint in texts.hints:
        for code in code_in(hint):
            yield from _names_in(code.text, "hints.md", None)
    for name, diagnosis in texts.diagnoses.items():
        for code in code_in(diagnosis):
            yield from _names_in(code.text, f"wrong/{name}.py", None)


def _names_in(code: str, file: str, line: int | None) -> Iterator[Use]:
    for name in _NAME.finditer(code):
        number = None if line is None else line + code.count("\n", 0, name.start())
        yield Use(file, number, name[0])


def _shown_to_be_missing(lesson: str) -> Iterator[str]:
    """The names on which a block of the lesson shows the error that they do not exist."""
    for block in blocks_of(lesson):
        refusals = " ".join(_REFUSAL.findall(block.output or ""))
        for use in _names_in(block.code, "lesson.md", None):
            root, _, rest = use.spelling.partition(".")
            if re.search(rf"\b{re.escape(rest.rpartition('.')[2])}\b", refusals):
                yield f"{_ROOTS[root]}.{rest}"
