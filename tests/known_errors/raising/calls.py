"""Raises the rows of calls.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value, call-arg, arg-type"

from __future__ import annotations

from typing import Any

from flax import linen as nn
from flax import nnx

from tests.known_errors.raising.examples import X, layer


def _add(one: Any, *, other: Any) -> Any:
    return one + other


def keyword_unknown() -> None:
    _add(1, another=2)


def keyword_unknown__no_annotation() -> None:
    class Wide(nn.Module):
        width = 3

    Wide(width=5)


def keyword_unknown__mended() -> None:
    class Wide(nn.Module):
        width: int = 3

    Wide(width=5)


def positional_many() -> None:
    _add(1, 2)


def positional_many__mended() -> None:
    _add(1, other=2)


def class_takes_none() -> None:
    class Empty:
        pass

    Empty(rngs=nnx.Rngs(0))


def class_takes_none__nnx() -> None:
    class Model(nnx.Module):
        def init(self, *, rngs: Any) -> None:
            self.rngs = rngs

    Model(rngs=nnx.Rngs(0))


def argument_missing() -> None:
    _add(1)


def argument_missing__class() -> None:
    class Model(nnx.Module):
        def double(self, x: Any) -> Any:
            return x * 2

    Model.double(X)


def array_attribute() -> None:
    print(X.transpos)


def attribute_missing() -> None:
    class Model(nnx.Module):
        def setup(self) -> None:
            self.linear = layer()

        def __call__(self, x: Any) -> Any:
            return self.linear(x)

    Model()(X)


def attribute_missing__mended() -> None:
    class Model(nnx.Module):
        def __init__(self) -> None:
            self.linear = layer()

        def __call__(self, x: Any) -> Any:
            return self.linear(x)

    Model()(X)
