"""Raises the rows of jax_values.toml."""

# mypy: disable-error-code="arg-type, misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
from flax import linen as nn
from jax.experimental import io_callback

from tests.known_errors.raising.examples import KEY, X


def key_arithmetic() -> None:
    KEY + 1


def key_arithmetic__negative() -> None:
    _ = -KEY


def key_arithmetic__two() -> None:
    KEY + KEY


def key_arithmetic__sine() -> None:
    jnp.sin(KEY)


def key_arithmetic__mended() -> None:
    jax.random.normal(KEY, (3,)) + 1


def key_to_numpy() -> None:
    np.asarray(KEY)


def key_to_numpy__mended() -> None:
    np.asarray(jax.random.key_data(KEY))


def key_convert() -> None:
    jax.lax.convert_element_type(KEY, jnp.int32)


def key_convert__stored() -> None:
    jnp.zeros(2).at[0].set(KEY)


def key_hash() -> None:
    _ = {KEY: 1}


def one_seed() -> None:
    jax.random.PRNGKey(KEY)


def one_seed__several() -> None:
    jax.random.key(jnp.arange(3))


def one_seed__folded() -> None:
    jax.random.fold_in(KEY, jnp.arange(3))


def one_seed__mended() -> None:
    jax.random.split(KEY, 3)
    jax.vmap(jax.random.key)(jnp.arange(3))
    jax.vmap(jax.random.fold_in, in_axes=(None, 0))(KEY, jnp.arange(3))


def int_overflow() -> None:
    jnp.array(2**31)


def int_overflow__argument() -> None:
    X + 2**31


def int_overflow__huge() -> None:
    jax.random.key(2**100)


def int_overflow__scalar() -> None:
    jnp.int32(2**31)


def int_overflow__small() -> None:
    jnp.uint8(300)


def int_overflow__mended() -> None:
    X + float(2**31)
    jnp.array(2**31 - 1)


def dtype_x64() -> None:
    jax.config.update("jax_explicit_x64_dtypes", "error")
    try:
        jnp.ones(3, dtype="uint64")
    finally:
        jax.config.update("jax_explicit_x64_dtypes", "warn")


def promotion_strict() -> None:
    with jax.numpy_dtype_promotion("strict"):
        jnp.int32(1) + jnp.int16(2)


def promotion_strict__never() -> None:
    jnp.float8_e4m3fn(1) + jnp.float8_e5m2(1)


def promotion_strict__mended() -> None:
    jnp.float8_e4m3fn(1) + jnp.float8_e5m2(1).astype(jnp.float8_e4m3fn)


def promotion_rank() -> None:
    with jax.numpy_rank_promotion("raise"):
        jnp.ones(2) + jnp.ones((1, 2))


def promotion_rank__vectorize() -> None:
    with jax.numpy_rank_promotion("raise"):
        jnp.vectorize(jnp.add)(jnp.ones((3, 3)), jnp.ones(3))


def promotion_rank__mended() -> None:
    with jax.numpy_rank_promotion("raise"):
        jnp.ones(2)[None, :] + jnp.ones((1, 2))


def dtype_narrow() -> None:
    jnp.abs(jnp.ones(2, jnp.int4))


def dtype_narrow__mended() -> None:
    jnp.abs(jnp.ones(2, jnp.int4).astype(jnp.int8)).astype(jnp.int4)


def dtype_not_accepted() -> None:
    -jnp.array([True])


def dtype_not_accepted__not() -> None:
    _ = ~X


def dtype_not_accepted__lax() -> None:
    jax.lax.sin(1)


def dtype_not_accepted__mended() -> None:
    -jnp.array([True]).astype(int)
    ~X.astype(bool)
    jax.lax.sin(1.0)


def same_dtypes() -> None:
    jax.lax.add(jnp.int32(1), jnp.float32(2))


def same_dtypes__mended() -> None:
    jnp.add(jnp.int32(1), jnp.float32(2))


def dtype_name() -> None:
    jnp.empty(2, 3)


def dtype_name__spelling() -> None:
    jnp.ones(2, dtype="nonsense")


def dtype_name__mended() -> None:
    jnp.empty((2, 3))


def dtype_array() -> None:
    jnp.ones(2, dtype=X)


def dtype_array__mended() -> None:
    jnp.ones(2, dtype=X.dtype)


def array_of_none() -> None:
    jnp.array([1.0, None])


def array_of_objects() -> None:
    jnp.array([object()])


def array_of_objects__type() -> None:
    jnp.array(list[int])


def array_of_objects__dtype() -> None:
    jnp.array([1.0], dtype=object)


def array_of_objects__numpy() -> None:
    jnp.asarray(np.array(["a", "b"]))


def list_index() -> None:
    X[[0, 1]]


def list_index__mended() -> None:
    X[jnp.array([0, 1])]
    X[0, 1]


def string_index() -> None:
    X["abc"]


def mask_shape() -> None:
    jnp.ones(4)[jnp.array([True, False])]


def mask_shape__set() -> None:
    jnp.ones(4).at[jnp.array([True, False])].set(0)


def mask_shape__mended() -> None:
    jnp.ones(4)[jnp.ones(4) > 0]


def empty_truth() -> None:
    bool(jnp.array([]))


def empty_reduced() -> None:
    jnp.argmax(jnp.array([]))


def empty_reduced__smallest() -> None:
    jnp.argmin(jnp.array([]))


def empty_reduced__max() -> None:
    jnp.max(jnp.array([]))


def empty_reduced__mended() -> None:
    jnp.max(jnp.array([]), initial=0.0)


def contains() -> None:
    _ = "a" in X


def contains__linen() -> None:
    nn.Dense(2).apply(X, {"params": {}})


def broadcast_fewer_axes() -> None:
    jnp.broadcast_to(jnp.ones((3, 4, 5)), (4, 5))


def repeated_axis() -> None:
    jnp.expand_dims(X, (1, 1))


def repeated_axis__sum() -> None:
    X.sum((0, 0))


def repeated_axis__negative() -> None:
    X.sum((1, -1))


def repeated_axis__squeeze() -> None:
    jnp.squeeze(jnp.ones((1, 1)), (0, 0))


def repeated_axis__quantile() -> None:
    jnp.quantile(X, 0.5, axis=(0, 0))


def repeated_axis__lax() -> None:
    jax.lax.reduce_sum(X, (0, 0))


def repeated_axis_permutation() -> None:
    X.transpose(0, 0)


def repeated_axis_permutation__flip() -> None:
    jnp.flip(X, (0, 0))


def interp_points() -> None:
    jnp.interp(1.0, jnp.arange(3.0), jnp.arange(4.0))


def item_of_many() -> None:
    X.item()


def item_of_many__mended() -> None:
    X.mean().item()
    X.tolist()


def negative_shape() -> None:
    jnp.zeros((-1, 1))


def negative_shape__broadcast() -> None:
    jnp.broadcast_to(1.0, (-1, 1))


def pad_keywords() -> None:
    jnp.pad(X, 1, end_values=2)


def pad_keywords__mended() -> None:
    jnp.pad(X, 1, mode="linear_ramp", end_values=2)
    jnp.pad(X, 1, constant_values=2)


def pad_mode() -> None:
    jnp.pad(X, 1, 1)


def pad_mode__name() -> None:
    jnp.pad(X, 1, mode="zeros")


def indices_dtype() -> None:
    jnp.take_along_axis(X, X, 1)


def indices_dtype__mended() -> None:
    jnp.take_along_axis(X, X.astype(int), 1)


def indices_dtype_take() -> None:
    jnp.take(X, jnp.ones(3))


def indices_dtype_take__mended() -> None:
    jnp.take(X, jnp.ones(3).astype(int))


def take_empty() -> None:
    jnp.take(jnp.ones((0, 3)), jnp.array([0]), axis=0)


def tensordot_axes() -> None:
    jnp.tensordot(jnp.ones((3, 2, 2)), jnp.ones(2), 2)


def tensordot_axes__lengths() -> None:
    jnp.tensordot(X, X, ([0], [0, 1]))


def tensordot_axes__types() -> None:
    jnp.tensordot(X, X, ("bad", "axes"))


def tensordot_axes__type() -> None:
    jnp.tensordot(X, X, "bad")


def tensordot_axes__mended() -> None:
    jnp.tensordot(X, X, axes=([1], [1]))
    jnp.tensordot(X, X, 2)


def slice_starts() -> None:
    jax.lax.dynamic_slice(X, (jnp.arange(2), 0), (1, 1))


def slice_starts__mended() -> None:
    jax.lax.dynamic_slice(X, (1, 0), (1, 3))


def lax_axis() -> None:
    jax.lax.argmax(X, -1, jnp.int32)


def lax_axis__cumulative() -> None:
    jax.lax.cumsum(X, -1)


def lax_axis__mended() -> None:
    jax.lax.cumsum(X, X.ndim - 1)
    jnp.cumsum(X, -1)


def squeeze() -> None:
    jnp.ones(2).squeeze(0)


def init_fans() -> None:
    jax.nn.initializers.lecun_normal()(KEY, (3,))


def init_fans__he() -> None:
    jax.nn.initializers.he_normal()(KEY, (3,))


def init_fans__mended() -> None:
    jax.nn.initializers.normal()(KEY, (3,))


def convolve_mode() -> None:
    jnp.convolve(jnp.ones(3), jnp.ones(2), mode="bad")


def convolve_mode__matrix() -> None:
    jax.scipy.linalg.convolution_matrix(jnp.ones(3), 3, mode="SAME")


def cumulative_axis() -> None:
    jnp.cumulative_sum(X)


def cumulative_axis__mended() -> None:
    jnp.cumulative_sum(X, axis=-1)


def initial_scalar() -> None:
    jnp.sum(X, initial=jnp.ones(3))


def where_dtype() -> None:
    jnp.sum(X, where=jnp.array([1, 0, 1]))


def where_dtype__mended() -> None:
    jnp.sum(X, where=jnp.array([1, 0, 1]) > 0)


def vectorize_arguments() -> None:
    jnp.vectorize(jnp.dot, signature="(n,m),(m,k)->(n,k)")(X)


def vectorize_arguments__mended() -> None:
    jnp.vectorize(jnp.dot, signature="(n,m),(m,k)->(n,k)")(X, X.T)


def callback_gradient() -> None:
    jax.grad(lambda x: jax.pure_callback(np.sin, x, x))(1.0)


def callback_gradient__io() -> None:
    jax.grad(lambda x: io_callback(np.sin, x, x))(1.0)


def callback_gradient__transpose() -> None:
    jax.linear_transpose(lambda x: io_callback(np.sin, x, x), 1.0)(1.0)


def callback_gradient__mended() -> None:
    jax.grad(lambda x: jax.pure_callback(np.sin, x, jax.lax.stop_gradient(x)) * x)(1.0)


def callback_failed() -> None:
    jax.block_until_ready(jax.pure_callback(lambda x: 1 / 0, X, X))


def callback_failed__shape() -> None:
    jax.block_until_ready(jax.pure_callback(lambda x: np.ones(7, np.float32), X, X))


def operand_no_array() -> None:
    X + None


def operand_no_array__list() -> None:
    X * [1, 2, 3]


def operand_no_array__left() -> None:
    [1, 2, 3] * X


def operand_no_array__traced() -> None:
    jax.jit(lambda x: x + "a")(X)


def operand_no_array__mended() -> None:
    X * jnp.array([1, 2, 3])


def vmap_value() -> None:
    jax.vmap(lambda x: "text")(X)
