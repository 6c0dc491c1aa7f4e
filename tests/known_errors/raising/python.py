"""Raises the rows of python.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from typing import Any

from flax import linen as nn

from tests.known_errors.raising.examples import KEY, X


def unpacking() -> None:
    _state, _params = {"a": 1, "b": 2, "c": 3}


def no_such_method_of_tuple() -> None:
    norm = nn.BatchNorm(use_running_average=False)
    norm.apply(norm.init(KEY, X), X, mutable=["batch_stats"]).sum()


def not_imported() -> None:
    exec("jnp.ones(3)", {})


def tuple_append() -> None:
    class Stack(nn.Module):
        def setup(self) -> None:
            self.layers = []
            self.layers.append(nn.Dense(3))

        def __call__(self, x: Any) -> Any:
            return x

    Stack().init(KEY, X)


def tuple_append__mended() -> None:
    class Stack(nn.Module):
        def setup(self) -> None:
            self.layers = [nn.Dense(n) for n in (3, 4)]

        def __call__(self, x: Any) -> Any:
            return x

    Stack().init(KEY, X)


def tuple_and_list() -> None:
    class Stack(nn.Module):
        def setup(self) -> None:
            self.layers = [nn.Dense(3)]
            self.layers += [nn.Dense(3)]

        def __call__(self, x: Any) -> Any:
            return x

    Stack().init(KEY, X)
