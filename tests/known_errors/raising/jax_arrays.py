"""Raises the rows of jax_arrays.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import jax
import jax.numpy as jnp
from flax import nnx

from tests.known_errors.raising.examples import KEY, X, layer


def contracting() -> None:
    jnp.ones((2, 3)) @ jnp.ones((4, 5))


def broadcasting() -> None:
    jnp.ones(3) + jnp.ones(4)


def broadcasting_to() -> None:
    layer().kernel[...] = jnp.zeros((4, 3))


def reshaping() -> None:
    X.reshape(4)


def concatenating() -> None:
    jnp.concatenate([jnp.ones((2, 3)), jnp.ones((2, 4))])


def concatenating_scalars() -> None:
    jnp.concatenate([jnp.float32(1), jnp.float32(1)])


def stacking() -> None:
    jnp.stack([jnp.ones(2), jnp.ones(3)])


def too_many_indices() -> None:
    X[0, 0, 0]


def float_index() -> None:
    X[1.0]


def axis_out_of_range() -> None:
    X.sum(axis=2)


def arrays_wanted() -> None:
    jnp.sum([1.0, 2.0])


def einsum_lengths() -> None:
    jnp.einsum("ij,jk->ik", jnp.ones((2, 3)), jnp.ones((4, 5)))


def einsum_rank() -> None:
    jnp.einsum("ijk->i", X)


def ambiguous_truth() -> None:
    bool(jnp.array([True, False]))


def scalar_conversion() -> None:
    float(jnp.ones(2))


def integer_conversion() -> None:
    range(jnp.float32(1))


def length_of_scalar() -> None:
    bool(nnx.Variable(jnp.array(False)))


def iterating_scalar() -> None:
    list(jnp.float32(1))


def pytrees_differ() -> None:
    jax.tree.map(lambda a, b: a, {"a": 1}, {"b": 1})


def unhashable_array() -> None:
    hash(nnx.Param(jnp.ones(2)))


def float_seed() -> None:
    jax.random.key(1.0)


def no_key() -> None:
    jax.random.normal(0, (3,))


def keys_for_key() -> None:
    jax.random.normal(jax.random.split(KEY), (3,))
