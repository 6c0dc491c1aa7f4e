"""Raises the rows of nnx.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx

from tests.known_errors.raising.examples import KEY, X, layer


def static_list() -> None:
    class Stack(nnx.Module):
        def __init__(self) -> None:
            self.layers = [layer()]

    Stack()


def static_becomes_data() -> None:
    class Late(nnx.Module):
        def __init__(self) -> None:
            self.a = None
            self.a = layer()

    Late()


def static_array() -> None:
    class Marked(nnx.Module):
        def __init__(self) -> None:
            self.a = nnx.static(jnp.ones(2))

    Marked()


def data_in_container() -> None:
    class Marked(nnx.Module):
        def __init__(self) -> None:
            self.a = [nnx.data(jnp.ones(2))]

    Marked()


def in_place() -> None:
    variable = nnx.Param(jnp.ones(2))
    variable += 1


def variable_attribute() -> None:
    nnx.Param(jnp.ones(2)).foo = 1


def array_without_value() -> None:
    print(jnp.ones(2).value)


def variable_to_lax() -> None:
    jax.lax.exp(nnx.Param(jnp.ones(2)))


def filters_left() -> None:
    nnx.split(nnx.BatchNorm(3, rngs=nnx.Rngs(0)), nnx.Param)


def filters_order() -> None:
    nnx.split(layer(), ..., nnx.Param)


def filter_type() -> None:
    nnx.state(layer(), 3)


def leaves_number() -> None:
    graphdef, _ = nnx.split(layer())
    nnx.merge(graphdef, nnx.State({}))


def merge_order() -> None:
    graphdef, state = nnx.split(layer())
    nnx.merge(state, graphdef)


def pure_dict_key() -> None:
    nnx.replace_by_pure_dict(nnx.state(layer()), {"kernal": X})


def abstract_called() -> None:
    nnx.eval_shape(layer)(X)


def view_unused() -> None:
    nnx.view(layer(), flavour=True)


def attributes_unknown() -> None:
    layer().set_attributes(flavour=True)


def module_has_no_init() -> None:
    layer().init(KEY, X)


def rng_value() -> None:
    nnx.Rngs(3.0)


def rng_stream() -> None:
    nnx.Rngs(params=0).dropout()


def rng_stream_item() -> None:
    nnx.Rngs(params=0)["dropout"]


def rngs_number() -> None:
    nnx.Linear(2, 3, rngs=0)


def rngs_missing() -> None:
    nnx.Linear(2, 3)


def dropout_rngs() -> None:
    nnx.Dropout(0.5)(X)


def decode_missing() -> None:
    nnx.MultiHeadAttention(2, 4, rngs=nnx.Rngs(0))(jnp.ones((1, 2, 4)))


def mode_missing() -> None:
    nnx.Dropout(0.5, deterministic=None, rngs=nnx.Rngs(0))(X)


def cache_not_made() -> None:
    nnx.MultiHeadAttention(2, 4, decode=True, rngs=nnx.Rngs(0))(jnp.ones((1, 1, 4)))


def attention_heads() -> None:
    nnx.MultiHeadAttention(3, 4, rngs=nnx.Rngs(0))


def group_norm_groups() -> None:
    nnx.GroupNorm(4, rngs=nnx.Rngs(0))


def embed_dtype() -> None:
    nnx.Embed(3, 4, rngs=nnx.Rngs(0))(X)


def list_in_list() -> None:
    nnx.Sequential([layer()])


def list_in_list__nested() -> None:
    nnx.List([[layer()]])


def list_in_list__mended() -> None:
    nnx.Sequential(*[layer()])
    nnx.List([nnx.List([layer()])])


def optimizer_not_made() -> None:
    optax.adam.init({})


def optimizer_not_made__mended() -> None:
    optax.adam(0.001).init({})


def param_of_number() -> None:
    model = layer()
    model.kernel = nnx.Param(0.5)
    model(X)


def param_of_number__bare() -> None:
    model = layer()
    model.kernel = 0.5
    model(X)


def param_of_number__set() -> None:
    nnx.Param(0.5)[...] = 1.0


def param_of_number__mended() -> None:
    nnx.Param(jnp.array(0.5))[...] = 1.0


def param_none() -> None:
    model = layer()
    model.kernel = None
    model(X)


def rngs_number__key() -> None:
    nnx.Linear(2, 3, rngs=KEY)


def rngs_number__mended() -> None:
    nnx.Linear(2, 3, rngs=nnx.Rngs(KEY))


def rngs_type() -> None:
    nnx.Dropout(0.5, rngs=0)(X)


def rngs_type__mended() -> None:
    nnx.Dropout(0.5, rngs=nnx.Rngs(KEY))(X)


def state_name() -> None:
    print(nnx.state(layer()).scale)


def state_arithmetic() -> None:
    nnx.state(layer()) * 2


def state_arithmetic__mended() -> None:
    jax.tree.map(lambda x: x * 2, nnx.state(layer()))


def state_called() -> None:
    _graphdef, state = nnx.split(layer())
    state(X)


def state_called__mended() -> None:
    graphdef, state = nnx.split(layer())
    nnx.merge(graphdef, state)(X)


def filter_missing() -> None:
    nnx.pop(layer())


def filter_missing__mended() -> None:
    nnx.pop(layer(), nnx.Intermediate)


def variable_compare() -> None:
    print(nnx.Variable(jnp.ones(())) > 0)


def variable_compare__mended() -> None:
    print(nnx.Variable(jnp.ones(()))[...] > 0)


def list_and_list() -> None:
    nnx.List([layer()]) + [layer()]  # noqa: RUF005


def list_and_list__mended() -> None:
    layers = nnx.List([layer()])
    layers.append(layer())
    layers.extend([layer()])
    nnx.List([*layers, layer()])


def list_takes_one() -> None:
    nnx.List(layer(), layer())


def list_takes_one__mended() -> None:
    nnx.List([layer(), layer()])


def dict_key_text() -> None:
    nnx.Dict({1: layer()})


def dict_key_text__mended() -> None:
    nnx.Dict({str(1): layer()})


def copied_from() -> None:
    nnx.Param(X).copy_from(1)


def copied_from__mended() -> None:
    nnx.Param(X).copy_from(nnx.Param(X))


def key_type() -> None:
    jax.random.normal((3,), KEY)


def key_type__stream() -> None:
    jax.random.normal(nnx.Rngs(0).params, (3,))


def key_type__mended() -> None:
    jax.random.normal(nnx.Rngs(0).params(), (3,))


def cached_partial() -> None:
    model = layer()

    @nnx.jit
    def step(model: Any) -> None:
        model.extra = nnx.Param(X)

    nnx.cached_partial(step, model)()


def cached_partial__mended() -> None:
    model = layer()
    model.extra = nnx.Param(X)

    @nnx.jit
    def step(model: Any) -> None:
        model.extra[...] = X

    nnx.cached_partial(step, model)()
