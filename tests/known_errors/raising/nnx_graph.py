"""Raises the rows of nnx_graph.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value, arg-type, call-arg"

from __future__ import annotations

from typing import Any

import jax.numpy as jnp
import optax
from flax import nnx
from flax.nnx.nn.attention import dot_product_attention_weights

from tests.known_errors.raising.examples import X, layer

HEADS = jnp.ones((2, 16, 4, 8))


class NoTree(nnx.Module, pytree=False):
    """No pytree, as it says."""

    def __init__(self) -> None:
        self.weight = nnx.Param(X)


class Counter(nnx.Module):
    """Counts."""

    def __init__(self) -> None:
        self.count = nnx.BatchStat(jnp.array(0))


class Sower(nnx.Module):
    """Keeps what passes through it under a name."""

    def __init__(self, taken: Any, name: str = "seen") -> None:
        self.seen = taken
        self.name = name

    def __call__(self, x: Any) -> Any:
        self.sow(nnx.Intermediate, self.name, x)
        return x


def merge_state() -> None:
    graphdef, _state = nnx.split(layer())
    nnx.merge(graphdef)


def merge_state__mended() -> None:
    graphdef, state = nnx.split(layer())
    nnx.merge(graphdef, state)


def no_pytree() -> None:
    nnx.split([NoTree()], graph=False)


def no_pytree__mended() -> None:
    nnx.split([NoTree()])


def filter_unmatched() -> None:
    nnx.prefix(layer(), {nnx.BatchStat: 0})


def filter_unmatched__axes() -> None:
    nnx.vmap(lambda model, x: model(x), in_axes=(nnx.StateAxes({nnx.BatchStat: 0}), 0))(layer(), X)


def filter_unmatched__mended() -> None:
    nnx.prefix(layer(), {nnx.BatchStat: 0, ...: None})
    nnx.vmap(lambda model, x: model(x), in_axes=(nnx.StateAxes({nnx.BatchStat: 0, ...: None}), 0))(layer(), X)


def metric_mask() -> None:
    nnx.metrics.Average().update(values=1.0, mask=jnp.array([True]))


def metric_mask__mended() -> None:
    nnx.metrics.Average().update(values=jnp.array([1.0]), mask=jnp.array([True]))


def sown_over_attribute() -> None:
    Sower(1)(X)


def sown_over_attribute__variable() -> None:
    Sower(nnx.Param(X))(X)


def sown_over_attribute__mended() -> None:
    Sower(1, "shown")(X)


def attention_groups() -> None:
    nnx.dot_product_attention(jnp.ones((2, 16, 5, 8)), jnp.ones((2, 16, 2, 8)), jnp.ones((2, 16, 2, 8)))


def attention_groups__mended() -> None:
    nnx.dot_product_attention(jnp.ones((2, 16, 8, 8)), jnp.ones((2, 16, 2, 8)), jnp.ones((2, 16, 2, 8)))


def attention_shapes() -> None:
    nnx.dot_product_attention(HEADS, jnp.ones((2, 16, 8)), jnp.ones((2, 16, 8)))


def attention_shapes__batch() -> None:
    nnx.dot_product_attention(HEADS, jnp.ones((3, 16, 4, 8)), jnp.ones((3, 16, 4, 8)))


def attention_shapes__lengths() -> None:
    nnx.dot_product_attention(HEADS, HEADS, jnp.ones((2, 15, 4, 8)))


def attention_shapes__depths() -> None:
    nnx.dot_product_attention(HEADS, jnp.ones((2, 16, 4, 7)), jnp.ones((2, 16, 4, 7)))


def attention_shapes__weights() -> None:
    dot_product_attention_weights(HEADS, jnp.ones((2, 16, 4, 7)))


def attention_shapes__mended() -> None:
    nnx.dot_product_attention(HEADS, jnp.ones((2, 9, 4, 8)), jnp.ones((2, 9, 4, 8)))


def prefix_node() -> None:
    nnx.vmap(lambda model: model(X), in_axes=nnx.Dict(a=0))(layer())


def prefix_node__jit() -> None:
    nnx.jit(lambda model: model, in_shardings=(nnx.Dict(a=None),))(layer())


def prefix_node__grad() -> None:
    nnx.grad(lambda model: 1.0, argnums=nnx.Dict(a=0))(layer())


def prefix_node__mended() -> None:
    nnx.vmap(lambda model, x: model(x), in_axes=(None, 0))(layer(), X)


def prefix_variable() -> None:
    nnx.vmap(lambda v: v[...], in_axes=(nnx.Variable(0),))(nnx.Variable(X))


def prefix_variable__mended() -> None:
    nnx.vmap(lambda v: v[...], in_axes=0)(nnx.Variable(X))


def state_sharding() -> None:
    nnx.jit(lambda model: model, in_shardings=(nnx.StateSharding({...: None}),), graph=False)(layer())


def state_sharding__grad() -> None:
    nnx.grad(lambda model: model(X).sum(), argnums=nnx.DiffState(0, nnx.Param), graph=False)(layer())


def state_sharding__mended() -> None:
    nnx.grad(lambda model: model(X).sum(), argnums=nnx.DiffState(0, nnx.Param))(layer())


def carry_identity() -> None:
    nnx.scan(lambda carry, x: (Counter(), x), in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0))(Counter(), X)


def carry_identity__tree() -> None:
    nnx.scan(lambda carry, x: (Counter(), x), in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0), graph=False)(
        Counter(), X
    )


def carry_identity__array() -> None:
    nnx.scan(lambda model, x: (model(x), None))(layer(), X)


def carry_identity__mended() -> None:
    def step(carry: Counter, x: Any) -> Any:
        carry.count[...] += 1
        return carry, x

    nnx.scan(step, in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0))(Counter(), X)


def carry_alone() -> None:
    nnx.scan(lambda carry, x: (carry, x), in_axes=nnx.Carry, out_axes=(nnx.Carry, 0))(1.0, X)


def carry_alone__mended() -> None:
    nnx.scan(lambda carry, x: (carry, x), in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0))(1.0, X)


def carry_once() -> None:
    nnx.scan(lambda carry, x: (carry, x), in_axes=(nnx.Carry, nnx.Carry), out_axes=(nnx.Carry, 0))(1.0, X)


def carry_once__tree() -> None:
    nnx.scan(lambda carry, x: (carry, x), in_axes=(nnx.Carry, nnx.Carry), out_axes=(nnx.Carry, 0), graph=False)(1.0, X)


def carry_nested() -> None:
    nnx.scan(lambda carry, x: ({"a": carry}, x), in_axes=(nnx.Carry, 0), out_axes=({"a": nnx.Carry}, 0))(1.0, X)


def carry_nested__tree() -> None:
    nnx.scan(lambda carry, x: ({"a": carry}, x), in_axes=(nnx.Carry, 0), out_axes=({"a": nnx.Carry}, 0), graph=False)(
        1.0, X
    )


def carry_nested__mended() -> None:
    nnx.scan(lambda carry, x: (carry, x), in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0))(1.0, X)


def scan_output_axis() -> None:
    nnx.scan(lambda carry, x: (carry, x), in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, None))(1.0, X)


def scan_output_axis__state() -> None:
    nnx.scan(
        lambda carry, x: (carry, layer()), in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, nnx.StateAxes({...: None}))
    )(1.0, X)


def scan_output_axis__mended() -> None:
    nnx.scan(lambda carry, x: ((x, carry[1]), x), in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0))((X[0], 1.0), X)


def graph_node_captured() -> None:
    model = layer()
    nnx.jit(lambda x: model)(X)


def graph_node_captured__split() -> None:
    variable = nnx.Variable(X)
    nnx.vmap(lambda x: nnx.split(variable)[1])(X)


def graph_node_captured__nested() -> None:
    model = layer()
    nnx.jit(lambda x: nnx.vmap(lambda m, x: m(x), in_axes=(None, 0))(model, x))(X)


def graph_node_captured__mended() -> None:
    nnx.jit(lambda model, x: model)(layer(), X)


def captured_returned() -> None:
    variable = nnx.Variable(X)
    nnx.vmap(lambda x: variable, graph=False)(X)


def captured_returned__module() -> None:
    model = nnx.Dict(a=nnx.Variable(X))
    nnx.jit(lambda x: model, graph=False)(X)


def captured_returned__mended() -> None:
    variable = nnx.Variable(X)
    nnx.vmap(lambda x: variable[...] + x, graph=False)(X)


def modules_differ() -> None:
    def grow(model: nnx.Linear) -> nnx.Linear:
        model.extra = nnx.Param(X)
        return model

    nnx.while_loop(lambda model: model.bias.sum() < 1.0, grow, layer())


def modules_differ__tree() -> None:
    without_bias = nnx.Linear(3, 4, use_bias=False, rngs=nnx.Rngs(0))
    nnx.while_loop(lambda model: model.kernel.sum() < -100.0, lambda model: without_bias, layer(), graph=False)


def modules_differ__mended() -> None:
    def grow(model: nnx.Linear) -> nnx.Linear:
        model.bias[...] += 1.0
        return model

    nnx.while_loop(lambda model: model.bias.sum() < 1.0, grow, layer())


def modules_differ__optimizer() -> None:
    model, other = layer(), nnx.Dict(first=nnx.Param(X), second=nnx.Param(X))
    optimizer = nnx.Optimizer(model, optax.sgd(0.1), wrt=nnx.Param)
    optimizer.update(other, nnx.grad(lambda m: m(X).sum())(model))
