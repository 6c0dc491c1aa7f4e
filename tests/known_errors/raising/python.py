"""Raises the rows of python.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from flax import linen as nn

from tests.known_errors.raising.examples import KEY, X


def unpacking() -> None:
    _state, _params = {"a": 1, "b": 2, "c": 3}


def no_such_method_of_tuple() -> None:
    norm = nn.BatchNorm(use_running_average=False)
    norm.apply(norm.init(KEY, X), X, mutable=["batch_stats"]).sum()


def not_imported() -> None:
    exec("jnp.ones(3)", {})
