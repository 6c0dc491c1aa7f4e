"""Functions with a rule of their own for their gradient, for the examples."""

# mypy: disable-error-code="misc, untyped-decorator"

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import jax
import jax.numpy as jnp


def product_with(forward: Any, backward: Any) -> Any:
    """A product whose gradient is worked out by `forward` and `backward`."""
    product = jax.custom_vjp(lambda x, y: x * y)
    product.defvjp(forward, backward)
    return product


def sine_with(rule: Any) -> Any:
    """A sine whose tangent is worked out by `rule`."""
    sine = jax.custom_jvp(lambda x: jnp.sin(x))
    sine.defjvp(rule)
    return sine


def forward(x: Any, y: Any) -> Any:
    return x * y, (x, y)


def backward(kept: Any, gradient: Any) -> Any:
    return gradient * kept[1], gradient * kept[0]


def sine_rule(x: Any, tangent: Any) -> Any:
    return jnp.sin(x[0]), jnp.cos(x[0]) * tangent[0]


def power(x: Any, n: Any) -> Any:
    return x**n


@contextmanager
def the_rules_to_come() -> Iterator[None]:
    """custom_vjp as it is being written anew; its messages are others."""
    jax.config.update("jax_custom_vjp3", True)
    try:
        yield
    finally:
        jax.config.update("jax_custom_vjp3", False)
