"""None of the modules that were built has an attribute `count`, so nothing in a model counted anything. The
numbers agree, because how often the loop runs is known beforehand; but what this problem is about, a value
that lives in an object and survives from one call to the next, is not there. Write a module with a `count`
of its own, call it, and read the count from it."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def mutability_increment_count(seed, x, n_calls):
    return jnp.stack([jnp.float32(n_calls), x.sum()])
