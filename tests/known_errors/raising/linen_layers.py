"""Raises the rows of linen_layers.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value, arg-type, call-arg"

from __future__ import annotations

from typing import Any

import jax.numpy as jnp
from flax import linen as nn
from flax import nnx, struct

from tests.known_errors.raising.examples import KEY, X
from tests.known_errors.raising.meshes import constrained

SEQUENCE = jnp.ones((1, 4, 8))
IMAGES = jnp.ones((1, 8, 8, 3))


def dataclass_order() -> None:
    class Scale(nn.Module):
        first: int = 1
        second: int


def dataclass_order__inherited() -> None:
    class Scale(nn.Dense):
        first: int = 1
        second: int


def dataclass_order__struct() -> None:
    @struct.dataclass
    class Pair:
        first: int = 1
        second: int


def dataclass_order__mended() -> None:
    class Scale(nn.Module):
        first: int = 1

    class Twice(Scale, kw_only=True):
        second: int

    Twice(second=2)


def attention_key_value() -> None:
    nn.MultiHeadDotProductAttention(2).init(KEY, SEQUENCE, inputs_v=SEQUENCE)


def attention_key_value__both() -> None:
    nn.MultiHeadDotProductAttention(2).init(KEY, SEQUENCE, SEQUENCE, inputs_kv=SEQUENCE)


def attention_key_value__mended() -> None:
    nn.MultiHeadDotProductAttention(2).init(KEY, SEQUENCE, inputs_k=SEQUENCE)


def batch_apply() -> None:
    nn.BatchApply(lambda x: x)(jnp.ones(3))


def batch_apply__mended() -> None:
    nn.BatchApply(lambda x: x)(X)


def sequential_empty() -> None:
    nn.Sequential([]).init(KEY, X)


def padding() -> None:
    nn.Conv(4, (3, 3), padding=(2, 2, 2)).init(KEY, IMAGES)


def padding__entry() -> None:
    nn.Conv(4, (3, 3), padding=[None, (1, 2)]).init(KEY, IMAGES)


def padding__nnx() -> None:
    nnx.Conv(3, 4, (3, 3), padding=(2, 2, 2), rngs=nnx.Rngs(0))(IMAGES)


def padding__mended() -> None:
    nn.Conv(4, (3, 3), padding=(2, (1, 2))).init(KEY, IMAGES)
    nn.Conv(4, (3, 3), padding="CIRCULAR").init(KEY, IMAGES)


def batch_dims() -> None:
    nn.DenseGeneral(4, batch_dims=(0, 2)).init(KEY, SEQUENCE)


def batch_dims__nnx() -> None:
    nnx.LinearGeneral((3,), 4, batch_axis={0: 2, 2: 3}, rngs=nnx.Rngs(0))(jnp.ones((2, 3, 3)))


def batch_dims__mended() -> None:
    nn.DenseGeneral(4, batch_dims=(0, 1)).init(KEY, SEQUENCE)


def einsum_layer_arrow() -> None:
    nn.Einsum((3, 4), "ab,bc").init(KEY, X)


def einsum_layer_arrow__operands() -> None:
    nn.Einsum((3, 4), "ab->b").init(KEY, X)


def einsum_layer_arrow__nnx() -> None:
    nnx.Einsum("ab", (3, 4), (4,), rngs=nnx.Rngs(0))(X)


def einsum_layer_arrow__mended() -> None:
    nn.Einsum((3, 4), "ab,bc->ac").init(KEY, X)


def einsum_layer_once() -> None:
    nn.Einsum((3, 4), "ab,bc->ac").init(KEY, X, "ab,bc->ac")


def einsum_layer_once__none() -> None:
    nn.Einsum((3, 4)).init(KEY, X)


def einsum_layer_once__mended() -> None:
    nn.Einsum((3, 4)).init(KEY, X, "ab,bc->ac")


def unbound_use() -> None:
    _ = nn.Dense(2).variables


def unbound_use__key() -> None:
    nn.Dense(2).make_rng("dropout")


def unbound_use__has_key() -> None:
    nn.Dense(2).has_rng("dropout")


def unbound_use__path() -> None:
    _ = nn.Dense(2).path


def unbound_use__sow() -> None:
    nn.Dense(2).sow("intermediates", "y", X)


def unbound_use__initializing() -> None:
    nn.Dense(2).is_initializing()


def unbound_use__mended() -> None:
    dense = nn.Dense(2)
    _ = dense.bind(dense.init(KEY, X)).variables
    dense.bind({}, rngs={"dropout": KEY}).make_rng("dropout")


def init_keys() -> None:
    nn.Dense(2).init({"params": 0}, X)


def init_keys__mended() -> None:
    nn.Dense(2).init({"params": KEY}, X)


def apply_keys() -> None:
    nn.Dense(2).apply({}, X, rngs={"dropout": 0})


def apply_keys__mended() -> None:
    nn.Dense(2).apply(nn.Dense(2).init(KEY, X), X, rngs={"dropout": KEY})


def method_no_function() -> None:
    nn.Dense(2).apply({}, X, method="features")


def method_no_function__mended() -> None:
    nn.Dense(2).apply(nn.Dense(2).init(KEY, X), X, method="__call__")


class Perturbed(nn.Module):
    """Looks at the gradient of what passes through it."""

    @nn.compact
    def __call__(self, x: Any) -> Any:
        return self.perturb("inside", x)


def perturbation_missing() -> None:
    Perturbed().apply({"perturbations": {"other": X}}, X)


def perturbation_missing__mended() -> None:
    Perturbed().apply(Perturbed().init(KEY, X), X)
    Perturbed().apply({}, X)


def norm_last_axis() -> None:
    nn.GroupNorm(num_groups=1, reduction_axes=(0, 1)).init(KEY, SEQUENCE)


def norm_last_axis__mended() -> None:
    nn.GroupNorm(num_groups=1, reduction_axes=(1, 2)).init(KEY, SEQUENCE)


def norm_batch() -> None:
    nn.InstanceNorm(feature_axes=(0, -1)).init(KEY, SEQUENCE)


def norm_batch__nnx() -> None:
    nnx.InstanceNorm(8, feature_axes=(0, -1), rngs=nnx.Rngs(0))(SEQUENCE)


def norm_batch__mended() -> None:
    nn.InstanceNorm().init(KEY, SEQUENCE)


class Spectral(nn.Module):
    """Normalises a kernel with three axes."""

    strict: bool

    @nn.compact
    def __call__(self, x: Any) -> Any:
        return nn.SpectralNorm(nn.DenseGeneral((2, 2)), error_on_non_matrix=self.strict)(x, update_stats=False)


def spectral_matrix() -> None:
    Spectral(strict=True).init(KEY, X)


def spectral_matrix__mended() -> None:
    Spectral(strict=False).init(KEY, X)


def logical_names_twice() -> None:
    nn.logical_to_mesh_axes(("a", "a"), (("a", "x"),))


def logical_names_twice__mended() -> None:
    nn.logical_to_mesh_axes(("a", "b"), (("a", "x"), ("b", None)))


def logical_rule_missing() -> None:
    constrained(("a", "x"))


def logical_rule_missing__mended() -> None:
    constrained(("a", "x"), ("b", None))
