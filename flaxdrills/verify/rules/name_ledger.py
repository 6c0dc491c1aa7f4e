"""Nothing before its lesson: each name of flax, jax and optax is introduced by a problem before it is used.

What is NumPy's in JAX (`jnp`), activations, initializers and the drawing of random numbers count as known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flaxdrills.problems.catalogue import Catalogue
from flaxdrills.problems.lesson import blocks_of
from flaxdrills.problems.problem import Problem
from flaxdrills.verify.finding import Finding
from flaxdrills.verify.problem_texts import ProblemTexts
from flaxdrills.verify.rules.library_names import begins_with_library, full_name, names_in_blocks, names_used

_KNOWN = (
    "jax.numpy",
    "jax.nn.",
    "jax.random.",
    "jax.Array",
    "jax.jit",
    "jax.grad",
    "flax.nnx.initializers",
    "flax.linen.initializers",
)
"""`jax.jit` and `jax.grad` are in a sentence that nearly each task has."""
_OLD = "jax.random.PRNGKey"
"""What is new begins with `jax.random.key`; a lesson that shows the old spelling introduces it."""
_READ_FIRST = ("lesson.md", "task.md", "hints.md")


def find_early_names(catalogue: Catalogue, texts: Mapping[str, ProblemTexts], problem: Problem) -> Iterator[Finding]:
    """The names in the texts of `problem` that nothing has introduced, and those that it says to introduce in vain."""
    own = texts[problem.id]
    # A name that says nothing is a finding in the problem that has it.
    introduced = (name for before in _before(catalogue, problem) for name in before.introduces)
    known = {full_name(name) for name in introduced if begins_with_library(name)}
    new = set()
    try:
        shown, has_blocks = names_in_blocks(own), bool(blocks_of(own.lesson))
    except ValueError:
        # Blocks that cannot be told apart are named by another rule, as are those that are missing.
        return
    for name in problem.introduces:
        if not begins_with_library(name):
            yield own.finding("problem.toml", f"introduces has {name!r}, which begins with no library's name")
            continue
        new.add(full_name(name))
        if has_blocks and full_name(name) not in shown:
            yield own.finding("problem.toml", f"introduces has {name!r}, and no block of the lesson shows it")
    for full, use in names_used(own).items():
        if use.file in _READ_FIRST and full not in known | new and not _is_known(full):
            where = f"line {use.line}: " if use.line else ""
            reason = f"{where}no problem before this one, nor this one, introduces `{use.spelling}` (in problem.toml)"
            yield own.finding(use.file, reason)


def _is_known(full: str) -> bool:
    return full.startswith(_KNOWN) and full != _OLD


def _before(catalogue: Catalogue, problem: Problem) -> Iterator[Problem]:
    """What was learnt before: the earlier problems of the track, and of the tracks of its prerequisites."""
    reached = {problem.track: problem.position}
    needed = set(problem.prerequisites)
    for other in catalogue:
        if other.id in needed and other.track != problem.track:
            reached[other.track] = max(reached.get(other.track, 0), other.position + 1)
    return (other for other in catalogue if other.position < reached.get(other.track, 0))
