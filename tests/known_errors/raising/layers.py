"""Raises the rows of layers.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value, call-arg, arg-type"

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx

from tests.known_errors.raising.examples import KEY, X, layer


def layer_positional() -> None:
    nnx.Linear(3, 4, nnx.Rngs(0))


def layer_positional__mended() -> None:
    nnx.Linear(3, 4, use_bias=False, rngs=nnx.Rngs(0))


def layer_sizes() -> None:
    nnx.Linear(3, rngs=nnx.Rngs(0))


def linen_positional() -> None:
    nn.Sequential(nn.Dense(3), nn.relu)


def linen_positional__mended() -> None:
    nn.Sequential([nn.Dense(3), nn.relu]).init(KEY, X)


def input_without_axes() -> None:
    layer()(jnp.float32(1.0))


def input_without_axes__mended() -> None:
    nnx.Linear(1, 4, rngs=nnx.Rngs(0))(jnp.float32(1.0)[None])


def _conv(channels: int, **options: Any) -> Any:
    return nnx.Conv(channels, 4, **{"kernel_size": (3, 3), **options}, rngs=nnx.Rngs(0))


def conv_channels() -> None:
    _conv(3)(jnp.ones((2, 3, 28, 28)))


def conv_channels__mended() -> None:
    _conv(3)(jnp.moveaxis(jnp.ones((2, 3, 28, 28)), 1, -1))


def conv_rank() -> None:
    _conv(3)(jnp.ones((28, 28)))


def conv_rank__mended() -> None:
    _conv(1)(jnp.ones((2, 28, 28))[..., None])


def conv_strides() -> None:
    _conv(3, strides=(2,))(jnp.ones((2, 28, 28, 3)))


def conv_strides__mended() -> None:
    _conv(3, strides=(2, 2))(jnp.ones((2, 28, 28, 3)))


def pool_window() -> None:
    nnx.max_pool(jnp.ones((2, 28, 28, 3)), window_shape=2)


def pool_window__mended() -> None:
    nnx.max_pool(jnp.ones((2, 28, 28, 3)), window_shape=(2, 2), strides=(2, 2))


def padding_name() -> None:
    nnx.max_pool(jnp.ones((2, 28, 28, 3)), window_shape=(2, 2), padding="SAMEE")


def padding_name__mended() -> None:
    nnx.max_pool(jnp.ones((2, 28, 28, 3)), window_shape=(2, 2), padding="SAME")
    nnx.max_pool(jnp.ones((2, 28, 28, 3)), window_shape=(2, 2), padding=((1, 1), (0, 0)))


def cell_carry() -> None:
    nnx.LSTMCell(3, 4, rngs=nnx.Rngs(0))(X)


def cell_carry__mended() -> None:
    cell = nnx.LSTMCell(3, 4, rngs=nnx.Rngs(0))
    _carry, _y = cell(cell.initialize_carry((2, 3), nnx.Rngs(0)), X)
    nnx.RNN(cell)(X[None])
    nn.RNN(nn.LSTMCell(4)).init(KEY, X[None])


def initializer_not_made() -> None:
    nnx.Linear(3, 3, kernel_init=nnx.initializers.zeros_init, rngs=nnx.Rngs(0))


def initializer_not_made__linen() -> None:
    nn.Dense(3, kernel_init=nn.initializers.normal).init(KEY, X)


def initializer_not_made__constant() -> None:
    nn.Dense(3, kernel_init=nn.initializers.constant).init(KEY, X)


def initializer_not_made__mended() -> None:
    nnx.Linear(3, 3, kernel_init=nnx.initializers.zeros_init(), rngs=nnx.Rngs(0))
    nn.Dense(3, kernel_init=nn.initializers.normal(0.02)).init(KEY, X)


def initializer_given_early() -> None:
    nnx.Linear(3, 3, kernel_init=nnx.initializers.ones(), rngs=nnx.Rngs(0))


def initializer_given_early__mended() -> None:
    nnx.Linear(3, 3, kernel_init=nnx.initializers.ones, rngs=nnx.Rngs(0))


def initializer_as_array() -> None:
    nn.Dense(3, kernel_init=nn.initializers.lecun_normal).init(KEY, X)


def initializer_as_array__mended() -> None:
    nn.Dense(3, kernel_init=nn.initializers.lecun_normal()).init(KEY, X)


def _scaled(*arguments: Any) -> None:
    class Scaled(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return x * self.param("scale", *arguments)

    Scaled().init(KEY, X)


def initializer_shape() -> None:
    _scaled(nn.initializers.normal(0.1))


def initializer_shape__mended() -> None:
    _scaled(nn.initializers.normal(0.1), (3,))


def initializer_called() -> None:
    nnx.Linear(3, 3, kernel_init=jnp.ones((3, 3)), rngs=nnx.Rngs(0))


def initializer_called__number() -> None:
    nn.Dense(3, bias_init=0.5).init(KEY, X)


def initializer_called__param() -> None:
    _scaled(jnp.ones(3))


def initializer_called__mended() -> None:
    nn.Dense(3, bias_init=nn.initializers.constant(0.5)).init(KEY, X)


def heads_linen() -> None:
    nn.MultiHeadDotProductAttention(num_heads=3, qkv_features=8).init(KEY, jnp.ones((2, 4, 8)))


def heads_linen__mended() -> None:
    nn.MultiHeadDotProductAttention(num_heads=3, qkv_features=9).init(KEY, jnp.ones((2, 4, 8)))


def not_called() -> None:
    class Model(nnx.Module):
        def forward(self, x: Any) -> Any:
            return x

    Model()(X)


def metric_values() -> None:
    nnx.metrics.Accuracy().update()


def metric_values__mended() -> None:
    nnx.metrics.Accuracy().update(logits=X, labels=jnp.ones(2, int))
    nnx.metrics.Average().update(values=1.0)


def linen_jit_argument() -> None:
    jax.jit(lambda module, variables, x: module.apply(variables, x))(nn.Dense(3), nn.Dense(3).init(KEY, X), X)


def linen_jit_argument__mended() -> None:
    variables = nn.Dense(3).init(KEY, X)
    jax.jit(lambda module, variables, x: module.apply(variables, x), static_argnums=0)(nn.Dense(3), variables, X)
    jax.jit(lambda variables, x: nn.Dense(3).apply(variables, x))(variables, X)


def _counting(add: Callable[[Any], None]) -> None:
    class Counting(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            add(self.variable("state", "count", lambda: 0))
            return x

    Counting().init(KEY, X)


def linen_variable_iadd() -> None:
    def add(count: Any) -> None:
        count += 1

    _counting(add)


def linen_variable_iadd__mended() -> None:
    def add(count: Any) -> None:
        count.value = count.value + 1

    _counting(add)


def property_of_class() -> None:
    class Sized(nn.Module):
        @property
        def width(self) -> int:
            return 3

    Sized.width + 1  # type: ignore[operator]


def property_of_class__mended() -> None:
    class Sized(nn.Module):
        @property
        def width(self) -> int:
            return 3

        def __call__(self, x: Any) -> Any:
            return x + self.width

    Sized().apply({}, X)


def linen_positional__no_annotation() -> None:
    class Wide(nn.Module):
        width = 3

    Wide(5)


def initializer_called__size() -> None:
    X.size()


class _Encoding(nn.Module):
    @nn.compact
    def __call__(self, x: Any) -> Any:
        return nn.Dense(3)(x)

    def encode(self, x: Any) -> Any:
        return x


def call_positional() -> None:
    _Encoding().apply(_Encoding().init(KEY, X), X, "encode")


def call_positional__mended() -> None:
    _Encoding().apply(_Encoding().init(KEY, X), X, method="encode")


def sequential_index() -> None:
    nnx.Sequential(layer())[0]


def sequential_index__mended() -> None:
    print(nnx.Sequential(layer()).layers[0])
