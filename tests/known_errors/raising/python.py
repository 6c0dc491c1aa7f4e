"""Raises the rows of python.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import dataclasses
from typing import Any

import jax
from flax import linen as nn
from flax import nnx

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


def rngs_not_defined() -> None:
    exec("def build(): return rngs.params()\nbuild()", {})


def none_subscript() -> None:
    exec("None[0]")


def none_unpacked() -> None:
    exec("a, b = None")


def none_called() -> None:
    exec("None(1)")


def key_missing() -> None:
    nn.Dense(3).init(KEY, X)["params"]["kernl"]


def tuple_by_name() -> None:
    nn.Dense(3).init_with_output(KEY, X)["params"]


def tuple_by_name__mended() -> None:
    _output, variables = nn.Dense(3).init_with_output(KEY, X)
    variables["params"]


def index_of_shape() -> None:
    X.shape[2]


def function_iterated() -> None:
    jax.lax.switch(0, lambda x: x, X)


def function_iterated__mended() -> None:
    jax.lax.switch(0, [lambda x: x, lambda x: -x], X)


def recursion() -> None:
    class Model(nnx.Module):
        def __call__(self, x: Any) -> Any:
            return self(x)

    Model()(X)


def int_of_text() -> None:
    int("a")


def dataclass_mutable() -> None:
    class Stack(nn.Module):
        widths: list[int] = [3, 4]  # noqa: RUF012


def dataclass_mutable__mended() -> None:
    class Stack(nn.Module):
        widths: tuple[int, ...] = (3, 4)
        others: list[int] = dataclasses.field(default_factory=list)

    Stack()


def shape_called() -> None:
    X.shape()


def none_attribute() -> None:
    nnx.Linear(3, 4, rngs=nnx.Rngs(0))(None)


def hidden_character() -> None:
    compile("x =\u00a01", "<pasted>", "exec")


def hidden_character__mended() -> None:
    compile("x = 1", "<typed>", "exec")


def typographic_character() -> None:
    compile("x = \u201ca\u201d", "<pasted>", "exec")


def typographic_character__mended() -> None:
    compile('x = "a"', "<typed>", "exec")
