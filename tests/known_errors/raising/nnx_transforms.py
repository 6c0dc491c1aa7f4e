"""Raises the rows of nnx_transforms.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import jax.numpy as jnp
import optax
from flax import nnx

from tests.known_errors.raising.examples import X, layer


def optimizer_wrt() -> None:
    nnx.Optimizer(layer(), optax.sgd(0.1))


def optimizer_grads() -> None:
    optimizer = nnx.Optimizer(layer(), optax.sgd(0.1), wrt=nnx.Param)
    optimizer.update(nnx.State({}))


def optimizer_model() -> None:
    print(nnx.Optimizer(layer(), optax.sgd(0.1), wrt=nnx.Param).model)


def bound_method() -> None:
    nnx.jit(layer().__call__)(X)


def graph_updates() -> None:
    nnx.vjp(lambda model: model.kernel.sum(), layer())


def graph_updates_jaxpr() -> None:
    nnx.make_jaxpr(lambda model: model.kernel.sum())(layer())


def aliasing() -> None:
    model = layer()
    nnx.vmap(lambda a, b: 1.0, in_axes=(0, None))(model, model)


def one_carry() -> None:
    nnx.scan(lambda c, x: c, in_axes=(nnx.Carry, 0), out_axes=0)(0.0, X)


def state_axes() -> None:
    axes = nnx.StateAxes({...: 0})
    nnx.vmap(lambda m, x: x, in_axes=(axes, 0), graph=False)(layer(), X)


def duplicates() -> None:
    model = layer()
    nnx.jit(lambda a, b: 1.0, graph=False)(model, model)


def scan_no_pair() -> None:
    nnx.scan(lambda c, x: c, in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0))(X[0], X)


def scan_no_pair__mended() -> None:
    nnx.scan(lambda c, x: (c, x), in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0))(X[0], X)


def optimizer_no_gradients() -> None:
    model = layer()
    nnx.Optimizer(model, optax.adam(0.1), wrt=nnx.Param).update(model, jnp.float32(1.0))


def optimizer_no_gradients__mended() -> None:
    model = layer()
    _loss, grads = nnx.value_and_grad(lambda model: model(X).sum())(model)
    nnx.Optimizer(model, optax.adam(0.1), wrt=nnx.Param).update(model, grads)
