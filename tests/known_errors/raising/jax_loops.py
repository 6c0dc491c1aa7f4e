"""Raises the rows of jax_loops.toml."""

# mypy: disable-error-code="misc, untyped-decorator, import-untyped, func-returns-value"

from __future__ import annotations

import dataclasses

import jax
import jax.numpy as jnp
from flax.core import freeze

from tests.known_errors.raising.examples import X


def while_reverse() -> None:
    jax.grad(lambda x: jax.lax.while_loop(lambda c: c < 3.0, lambda c: c * 2, x))(1.0)


def while_reverse__traced_bound() -> None:
    jax.jit(jax.grad(lambda x, n: jax.lax.fori_loop(0, n, lambda i, c: c * 2, x)))(1.0, 3)


def while_reverse__mended() -> None:
    jax.grad(lambda x: jax.lax.fori_loop(0, 3, lambda i, c: c * 2, x))(1.0)
    jax.grad(lambda x: jax.lax.scan(lambda c, _: (c * 2, None), x, length=3)[0])(1.0)


def predicate_type() -> None:
    jax.lax.cond(lambda x: x > 0, lambda x: x, lambda x: -x, 1.0)


def predicate_type__none() -> None:
    jax.lax.cond(None, lambda x: x, lambda x: -x, 1.0)


def predicate_type__mended() -> None:
    jax.lax.cond(X.sum() > 0, lambda x: x, lambda x: -x, 1.0)


def loop_bounds() -> None:
    jax.lax.fori_loop(jnp.int16(0), jnp.int32(10), lambda i, c: c, 0.0)


def loop_bounds__float() -> None:
    jax.lax.fori_loop(0, 10.0, lambda i, c: c, 0.0)


def loop_bounds__mended() -> None:
    jax.lax.fori_loop(0, int(10.0), lambda i, c: c, 0.0)
    jax.lax.fori_loop(0, jnp.float32(10.0).astype(int), lambda i, c: c, 0.0)


def scan_no_axis() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, list(range(5)))


def scan_no_axis__map() -> None:
    jax.lax.map(lambda x: x, 3.0)


def scan_no_axis__mended() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, jnp.arange(5))


def scan_no_length() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, None)


def scan_no_length__mended() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, None, length=3)


def scan_length_differs() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, X, length=5)


def scan_length_differs__mended() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, X)


def scan_unroll() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, X, unroll=-1)


def scan_unroll__mended() -> None:
    jax.lax.scan(lambda c, x: (c, x), 0.0, X, unroll=2)
    jax.lax.scan(lambda c, x: (c, x), 0.0, X, unroll=True)


def switch_index() -> None:
    jax.lax.switch(1.0, [jnp.sin, jnp.cos], 2.0)


def switch_index__function() -> None:
    jax.lax.switch(lambda x: 1, [jnp.sin, jnp.cos], 2.0)


def switch_index__axes() -> None:
    jax.lax.switch(jnp.arange(3), [jnp.sin, jnp.cos], 2.0)


def switch_index__mended() -> None:
    jax.lax.switch(int(1.0), [jnp.sin, jnp.cos], 2.0)
    jax.vmap(lambda i: jax.lax.switch(i, [jnp.sin, jnp.cos], 2.0))(jnp.arange(3))


def switch_branches() -> None:
    jax.lax.switch(0, [], 2.0)


def while_condition() -> None:
    jax.lax.while_loop(lambda c: (c < 3, c), lambda c: c + 1, 0.0)


def while_condition__number() -> None:
    jax.lax.while_loop(lambda c: c, lambda c: c + 1, 0.0)


def while_condition__axes() -> None:
    jax.lax.while_loop(lambda c: c < 3, lambda c: c + 1, X)


def while_condition__mended() -> None:
    jax.lax.while_loop(lambda c: (c < 3).any(), lambda c: c + 1, X)


def tree_not_prefix() -> None:
    jax.tree.structure([1]).flatten_up_to([7, 8])


def tree_not_prefix__tuple() -> None:
    jax.tree.structure((1, 2)).flatten_up_to((7,))


def tree_not_prefix__type() -> None:
    jax.tree.structure([1]).flatten_up_to(7)


def tree_not_prefix__dict() -> None:
    jax.tree.structure({"a": 1}).flatten_up_to({"b": 1})


def tree_not_prefix__no_dict() -> None:
    jax.tree.structure({"a": 1}).flatten_up_to(7)


def tree_not_prefix__frozen() -> None:
    jax.tree.structure(freeze({"a": 1})).flatten_up_to({"a": 1})


def tree_not_prefix__none() -> None:
    jax.tree.structure(None).flatten_up_to(7)


def tree_not_prefix__mended() -> None:
    jax.tree.structure({"a": 1}).flatten_up_to({"a": (1, 2)})


def dict_keys_mixed() -> None:
    jax.tree.leaves({1: 1, "a": 2})


@dataclasses.dataclass
class Point:
    """Two numbers."""

    x: float
    y: float


def register_fields() -> None:
    jax.tree_util.register_dataclass(Point, data_fields=["x"], meta_fields=[])


def register_fields__unknown() -> None:
    jax.tree_util.register_dataclass(Point, data_fields=["x", "y", "z"], meta_fields=[])


def key_reuse_in_loop() -> None:
    with jax.debug_key_reuse(True):
        key = jax.random.key(0)
        jax.lax.scan(lambda c, _: (c, jax.random.normal(key)), 0.0, length=3)


def key_reuse_in_loop__while() -> None:
    with jax.debug_key_reuse(True):
        start = (0.0, jax.random.key(0))
        jax.lax.while_loop(lambda c: c[0] < 3.0, lambda c: (c[0] + 1.0 + jax.random.uniform(c[1]), c[1]), start)


def key_reuse_in_loop__mended() -> None:
    with jax.debug_key_reuse(True):
        keys = jax.random.split(jax.random.key(0), 3)
        jax.lax.scan(lambda c, key: (c, jax.random.normal(key)), 0.0, keys)
        key = jax.random.key(1)
        jax.lax.scan(lambda c, i: (c, jax.random.normal(jax.random.fold_in(key, i))), 0.0, jnp.arange(3))
