"""Raises the rows of linen.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import flax
import flax.io
import jax
import jax.numpy as jnp
import optax
import pytest
from flax import linen as nn
from flax import nnx, serialization, traverse_util
from flax.core import FrozenDict
from flax.cursor import cursor
from flax.nnx import bridge
from flax.training import checkpoints
from flax.training.train_state import TrainState

from tests.known_errors.raising.examples import KEY, X, layer


class Two(nn.Module):
    """A Dense that is made in setup."""

    def setup(self) -> None:
        self.inner = nn.Dense(2)

    def __call__(self, x: Any) -> Any:
        return self.inner(x)


def trace_level() -> None:
    model = layer()

    @jax.jit
    def step(x: Any) -> Any:
        model.kernel[...] = model.kernel * x
        return x

    step(2.0)


def rng_type() -> None:
    nn.Dense(2).init(0, X)


def rng_missing() -> None:
    nn.Dropout(0.5, deterministic=False).apply({}, X)


def variables_type() -> None:
    nn.Dense(4).apply(nn.Dense(4).init(KEY, X)["params"], X)


def variables_structure() -> None:
    nn.Dense(4).apply({"params": nn.Dense(4).init(KEY, X)}, X)


def param_missing() -> None:
    nn.Dense(4).apply({"params": {"kernel": jnp.ones((3, 4))}}, X)


def collection_missing() -> None:
    nn.Dense(4).apply({}, X)


def param_shape() -> None:
    variables = nn.Dense(4).init(KEY, X)
    nn.Dense(4).apply(variables, jnp.ones((2, 5)))


def variable_missing() -> None:
    class Counting(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return self.variable("state", "n", jnp.zeros, ()).value + x

    Counting().apply({"state": {"m": 1.0}}, X)


def filter_invalid() -> None:
    nn.Dense(4).apply(nn.Dense(4).init(KEY, X), X, mutable=3)


def scope_invalid() -> None:
    scope = flax.core.bind({}, mutable=True)
    with scope.temporary():
        pass
    scope.put_variable("state", "a", 1)


def lazy_init_value() -> None:
    class Copies(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return self.param("first", lambda key: x)

    Copies().lazy_init(KEY, jax.ShapeDtypeStruct((2, 3), jnp.float32))
    pytest.skip("This flax takes zeros where only a shape is known, and raises nothing.")


def collection_immutable() -> None:
    norm = nn.BatchNorm(use_running_average=False)
    norm.apply(norm.init(KEY, X), X)


def partition_name() -> None:
    class Stack(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            dense = nn.vmap(nn.Dense, variable_axes={"params": 0}, split_rngs={"params": True})
            return dense(4, kernel_init=nn.with_partitioning(nn.initializers.ones_init(), (None, "model")))(x)

    Stack().init(KEY, X)


def name_in_use() -> None:
    class Twice(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return nn.Dense(3, name="a")(nn.Dense(3, name="a")(x))

    Twice().init(KEY, X)


def submodule_place() -> None:
    class Late(nn.Module):
        def __call__(self, x: Any) -> Any:
            return nn.Dense(3)(x)

    Late().init(KEY, X)


def setup_frozen() -> None:
    class Changing(nn.Module):
        width: int

        def setup(self) -> None:
            self.width = 3

        def __call__(self, x: Any) -> Any:
            return x

    Changing(2).init(KEY, X)


def module_frozen() -> None:
    class Changing(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            self.last = x
            return x

    Changing().init(KEY, X)


def reserved_field() -> None:
    class Reserved(nn.Module):
        parent: int

    Reserved(1)


def method_invalid() -> None:
    nn.Dense(4).apply({}, X, method=3)


def unbound_compact() -> None:
    nn.Dense(4)(X)


def unbound_setup() -> None:
    Two().setup()


def unbound_unbind() -> None:
    nn.Dense(4).unbind()


def unbound_share() -> None:
    nn.share_scope(nn.Dense(4), nn.Dense(4))


def init_on_class() -> None:
    nn.Dense.init(KEY, X)


def post_init() -> None:
    class Own(nn.Module):
        def __post_init__(self) -> None:
            self.a = 1

        def __call__(self, x: Any) -> Any:
            return x

    Own().init(KEY, X)


def descriptor() -> None:
    class Broken(nn.Module):
        @property
        def wide(self) -> Any:
            return self.missing

        def __call__(self, x: Any) -> Any:
            return self.wide

    Broken().init(KEY, X)


def checkpoint_outdated() -> None:
    with tempfile.TemporaryDirectory() as folder, flax.config.temp_flip_flag("use_orbax_checkpointing", False):
        checkpoints.save_checkpoint(folder, {"a": X}, 2)
        checkpoints.save_checkpoint(folder, {"a": X}, 1)


def transformed_return() -> None:
    class Returning(nn.Module):
        @nn.jit
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return nn.Dense(2)

    Returning().init(KEY, X)


def transform_target() -> None:
    class Stack(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return nn.vmap(nn.Dense(2))(x)

    Stack().init(KEY, X)


def file_exists() -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        one.touch()
        other.touch()
        flax.io.copy(str(one), str(other))


def cursor_find() -> None:
    cursor({"a": {"b": X}}).find(lambda path, value: path == "z")


def cursor_traverse() -> None:
    cursor({"a": {"b": X}}).apply_update(None)


def rngs_unexpected() -> None:
    nn.Dense(3, rngs=nnx.Rngs(0))


def mode_linen() -> None:
    nn.BatchNorm().init(KEY, X)


def param_place() -> None:
    class Late(nn.Module):
        def __call__(self, x: Any) -> Any:
            return self.param("a", nn.initializers.ones, (2,))

    Late().init(KEY, X)


def setup_attribute() -> None:
    print(Two().inner)


def linen_hash() -> None:
    class Outer(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return jax.jit(nn.Dense(1))(x)

    Outer().init(KEY, X)


def scan_length() -> None:
    class Step(nn.Module):
        @nn.compact
        def __call__(self, c: Any, x: Any) -> Any:
            return c, x

    nn.scan(Step, variable_broadcast="params", split_rngs={"params": False})().init(KEY, X, None)


def abstract_input() -> None:
    nn.Dense(3).init(KEY, jax.ShapeDtypeStruct((2, 3), jnp.float32))


def frozen_dict() -> None:
    FrozenDict({"a": 1})["a"] = 2


def dict_copy() -> None:
    {}.copy({"a": 1})  # type: ignore[call-arg]


def frozen_instance() -> None:
    variables = nn.Dense(2).init(KEY, X)
    TrainState.create(apply_fn=None, params=variables, tx=optax.sgd(0.1)).step = 3


def bytes_keys() -> None:
    serialization.from_bytes({"a": jnp.ones(2), "b": jnp.ones(2)}, serialization.to_bytes({"a": jnp.ones(2)}))


def flatten_no_dict() -> None:
    traverse_util.flatten_dict([1])


def rng_missing_params() -> None:
    nn.vmap(nn.Dense, variable_axes={"params": 0})(3).init(KEY, X)


def rng_missing_params__no_key() -> None:
    nn.Dense(3).init({"dropout": KEY}, X)


def rng_missing_params__mended() -> None:
    nn.vmap(nn.Dense, variable_axes={"params": 0}, split_rngs={"params": True})(3).init(KEY, X)
    nn.Dense(3).init({"params": KEY}, X)


def _dropped(**options: Any) -> None:
    class Dropped(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return nn.vmap(nn.Dropout, variable_axes={}, **options)(0.5, deterministic=False)(x)

    Dropped().apply({}, X, rngs={"dropout": KEY})


def rng_missing__lifted() -> None:
    _dropped()


def rng_missing__mended() -> None:
    _dropped(split_rngs={"dropout": True})
    nn.Dropout(0.5, deterministic=False).apply({}, X, rngs={"dropout": KEY})


class _Step(nn.Module):
    @nn.compact
    def __call__(self, carry: Any, x: Any) -> Any:
        return nn.Dense(3)(carry), None


def collection_missing_lifted() -> None:
    nn.scan(_Step, split_rngs={"params": True}, length=2)().init(KEY, X, None)


def collection_missing_lifted__vmap() -> None:
    nn.vmap(nn.Dense, split_rngs={"params": True})(3).init(KEY, X)


def collection_missing_lifted__mended() -> None:
    nn.scan(_Step, variable_axes={"params": 0}, split_rngs={"params": True}, length=2)().init(KEY, X, None)
    nn.scan(_Step, variable_broadcast="params", split_rngs={"params": False}, length=2)().init(KEY, X, None)
    nn.vmap(nn.Dense, variable_axes={"params": None}, split_rngs={"params": False})(3).init(KEY, X)


def collection_missing__bridge() -> None:
    bridge.ToNNX(nn.Dense(3), rngs=nnx.Rngs(0))(X)


def collection_missing__mended() -> None:
    model = bridge.ToNNX(nn.Dense(3), rngs=nnx.Rngs(0))
    model.lazy_init(X)
    model(X)


def compact_missing() -> None:
    class Bare(nn.Module):
        def __call__(self, x: Any) -> Any:
            return nn.Dense(3)(x)

    Bare()(X)


def compact_missing__mended() -> None:
    class Whole(nn.Module):
        @nn.compact
        def __call__(self, x: Any) -> Any:
            return nn.Dense(3)(x)

    model = Whole()
    model.apply(model.init(KEY, X), X)


def abstract_input__mended() -> None:
    jax.eval_shape(nn.Dense(3).init, KEY, X)


def setup_attribute__weights() -> None:
    print(nn.Dense(2).kernel_of_mine)


def setup_attribute__mended() -> None:
    variables = Two().init(KEY, X)
    print(Two().bind(variables).inner, variables["params"])


class _Without(nnx.Module):
    def __init__(self) -> None:
        self.linear = layer()


def rngs_parameter() -> None:
    _Without(rngs=nnx.Rngs(0))  # type: ignore[call-arg]


def rngs_parameter__mended() -> None:
    class With(nnx.Module):
        def __init__(self, *, rngs: nnx.Rngs) -> None:
            self.linear = nnx.Linear(3, 4, rngs=rngs)

    With(rngs=nnx.Rngs(0))


def linen_no_attribute() -> None:
    class Wide(nn.Module):
        width: int = 3

        @nn.compact
        def __call__(self, x: Any) -> Any:
            return nn.Dense(self.widht)(x)

    Wide().init(KEY, X)
