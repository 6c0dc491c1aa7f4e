"""The classes of base_classes.toml derive from what it says, in the installed versions."""

from __future__ import annotations

import importlib

import pytest

from flaxdrills.known_errors.base_classes import BASES, ancestors_of, is_known

OLDER = {"jaxlib.xla_extension.XlaRuntimeError"}
"""Those that only older releases have."""


def told(kind: type) -> list[tuple[str, str]]:
    """A class and those that it derives from, as causes look at them: who defines it, and its name."""
    return [(ancestor.__module__.partition(".")[0], ancestor.__name__) for ancestor in kind.__mro__]


@pytest.mark.parametrize("name", sorted(BASES.keys() - OLDER))
def test_a_class_derives_from_what_the_table_says(name: str) -> None:
    module, _, short = name.rpartition(".")
    kind = getattr(importlib.import_module(module), short)
    listed = [(full.partition(".")[0], full.rpartition(".")[2]) for full in ancestors_of(name)]
    assert listed == [one for one in told(kind) if not one[1].startswith("_")]


@pytest.mark.parametrize("library", ["jax.errors", "flax.errors"])
def test_all_errors_that_the_libraries_show_are_in_the_table(library: str) -> None:
    shown = [
        value.__name__
        for value in vars(importlib.import_module(library)).values()
        if isinstance(value, type) and issubclass(value, BaseException) and value.__module__ == library
    ]
    assert len(shown) > 5
    assert [name for name in shown if not is_known(name)] == []


def test_a_name_alone_is_found_and_a_class_of_other_code_is_not() -> None:
    assert ancestors_of("KeyReuseError")[0] == "jax.errors.KeyReuseError"
    assert ancestors_of("jax._src.errors.KeyReuseError") == ancestors_of("KeyReuseError")
    assert ancestors_of("mine.KeyReuseError") == ("mine.KeyReuseError", "builtins.Exception")
    assert ancestors_of("ValueError")[:2] == ("builtins.ValueError", "builtins.Exception")
    assert ancestors_of("OwnError") == ("__main__.OwnError", "builtins.Exception")
    assert is_known("KeyboardInterrupt") and not is_known("print")
