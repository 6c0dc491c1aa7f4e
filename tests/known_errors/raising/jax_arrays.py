"""Raises the rows of jax_arrays.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
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


def norm_features() -> None:
    nnx.LayerNorm(5, rngs=nnx.Rngs(0))(X)


def norm_features__rms() -> None:
    nnx.RMSNorm(5, rngs=nnx.Rngs(0))(X)


def broadcasting__batch_norm() -> None:
    nnx.BatchNorm(5, rngs=nnx.Rngs(0))(X)


def reshaping__group_norm() -> None:
    nnx.GroupNorm(8, num_groups=2, rngs=nnx.Rngs(0))(X)


def concatenating_scalars__no_list() -> None:
    jnp.concatenate(jnp.ones(2), jnp.ones(3))


def concatenating_scalars__mended() -> None:
    jnp.concatenate([jnp.ones(2), jnp.ones(3)])
    jnp.stack([jnp.float32(1), jnp.float32(1)])


def integer_conversion__no_list() -> None:
    jnp.stack(jnp.ones(2), jnp.ones(2))


def integer_conversion__mended() -> None:
    jnp.stack([jnp.ones(2), jnp.ones(2)])


def axes_prefix() -> None:
    jax.vmap(lambda tree: tree["a"], in_axes=({"b": 0},))({"a": X})


def axes_prefix__out() -> None:
    jax.vmap(lambda x: (x, x), out_axes=(0, 0, 0))(X)


def axes_prefix__mended() -> None:
    jax.vmap(lambda tree: (tree["a"], tree["a"]), in_axes=({"a": 0},), out_axes=(0, 0))({"a": X})


def specs_prefix() -> None:
    mesh = jax.make_mesh((1,), ("a",))
    jax.shard_map(lambda tree: tree["b"], mesh=mesh, in_specs=({"a": jax.P()},), out_specs=jax.P())({"b": X})


def specs_prefix__shardings() -> None:
    everywhere = jax.NamedSharding(jax.make_mesh((1,), ("a",)), jax.P())
    jax.jit(lambda x: (x, x), out_shardings=(everywhere,) * 3)(X)


def specs_prefix__device() -> None:
    jax.device_put({"a": X}, {"b": jax.devices()[0]})


def specs_prefix__mended() -> None:
    mesh = jax.make_mesh((1,), ("a",))
    everywhere = jax.NamedSharding(mesh, jax.P())
    jax.shard_map(lambda tree: tree["b"], mesh=mesh, in_specs=({"b": jax.P()},), out_specs=jax.P())({"b": X})
    jax.jit(lambda x: (x, x), out_shardings=(everywhere,) * 2)(X)
    jax.device_put({"a": X}, {"a": jax.devices()[0]})


def pytrees_differ__gradients() -> None:
    tx = optax.adam(0.1)
    tx.update({"b": X}, tx.init({"a": X}), {"a": X})


def pytrees_differ__state() -> None:
    state = nnx.state(layer())
    jax.tree.map(lambda a, b: a, state, nnx.to_pure_dict(state))


def pytrees_differ__mended() -> None:
    pure = nnx.to_pure_dict(nnx.state(layer()))
    jax.tree.map(lambda a, b: a, pure, pure)


def no_key__array() -> None:
    jax.random.normal(X, (3,))


def ragged_rows() -> None:
    jnp.array([[1, 2], [3]])


def traced_into_numpy() -> None:
    def fill(x: Any) -> Any:
        held = np.zeros(3)
        held[0] = x
        return held

    jax.jit(fill)(1.0)


def traced_into_numpy__mended() -> None:
    jax.jit(lambda x: jnp.zeros(3).at[0].set(x))(1.0)


def matmul_number() -> None:
    jnp.matmul(X, 2.0)


def matmul_batch() -> None:
    jnp.ones((2, 3, 4)) @ jnp.ones((5, 4, 3))


def reshape_two_unknown() -> None:
    X.reshape(-1, -1)


def reshape_two_unknown__mended() -> None:
    X.reshape(X.shape[0], -1)


def split_uneven() -> None:
    jnp.split(jnp.ones(5), 2)


def split_uneven__mended() -> None:
    jnp.array_split(jnp.ones(5), 2)
    jnp.split(jnp.ones(5), [2])


def einsum_output() -> None:
    jnp.einsum("ij->il", X)


def einsum_operands() -> None:
    jnp.einsum("ij,jk->ik", X)


def einsum_arrow() -> None:
    jnp.einsum("ij->i->j", X)


def matrix_square() -> None:
    jnp.linalg.inv(X)


def slice_number_of_axes() -> None:
    jax.lax.dynamic_slice(X, (0,), (1,))


def slice_number_of_axes__mended() -> None:
    jax.lax.dynamic_slice(X, (0, 1), (2, 2))


def slice_too_long() -> None:
    jax.lax.dynamic_slice(X, (0, 0), (4, 2))


def format_number() -> None:
    print(f"{X:.2f}")


def format_number__mended() -> None:
    print(f"{X.mean():.2f}")


def format_traced() -> None:
    jax.jit(lambda x: print(f"{x:.2f}"))(1.0)


def format_traced__mended() -> None:
    jax.jit(lambda x: jax.debug.print("{x}", x=x))(1.0)


def top_k() -> None:
    jax.lax.top_k(jnp.ones(3), 5)


def top_k__mended() -> None:
    x = jnp.ones(3)
    jax.lax.top_k(x, k=min(5, x.shape[-1]))


def traced_parameter() -> None:
    jax.jit(lambda n: jax.random.split(KEY, n))(3)


def traced_parameter__mended() -> None:
    jax.jit(lambda n: jax.random.split(KEY, n), static_argnums=0)(3)


def scan_inputs() -> None:
    jax.lax.associative_scan(lambda a, b: (a[0] + b[0], a[1] + b[1]), (jnp.ones(3), jnp.ones(4)))


def tree_leaves_number() -> None:
    jax.tree.unflatten(jax.tree.structure([1, 2]), [1])


def random_integers() -> None:
    jax.random.randint(KEY, (3,), 0, 5, dtype=jnp.float32)


def random_integers__mended() -> None:
    jax.random.uniform(KEY, (3,), minval=0, maxval=5)


def random_floats() -> None:
    jax.random.uniform(KEY, (3,), dtype=jnp.int32)


def random_sample() -> None:
    jax.random.choice(KEY, 5, (10,), replace=False)


def random_sample__mended() -> None:
    jax.random.choice(KEY, 5, (10,), replace=True)


def random_weights() -> None:
    jax.random.choice(KEY, 3, (2,), p=jnp.ones(4) / 4)


def random_covariance() -> None:
    jax.random.multivariate_normal(KEY, jnp.ones(3), jnp.eye(2))


def permutation_of() -> None:
    jax.random.permutation(KEY, jnp.float32(3))


def permutation_of__mended() -> None:
    jax.random.permutation(KEY, int(jnp.float32(3)))


def at_without_set() -> None:
    X.at[0][0] = 1.0


def at_without_set_in_place() -> None:
    X.at[0] + 1


def at_without_set_in_place__mended() -> None:
    X.at[0].add(1)


def sizes_of_array() -> None:
    jax.random.normal(KEY, (-1,))


def view_of_shape() -> None:
    X.view(3, 2)


def view_of_shape__mended() -> None:
    X.reshape(3, 2)


def stacking__axes() -> None:
    jnp.stack([X, jnp.ones(3)])
