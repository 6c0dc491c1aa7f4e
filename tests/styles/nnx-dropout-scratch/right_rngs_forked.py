# A pure helper; the layer forks the whole Rngs, and asks for the dropout stream in the call.
import jax
import jax.numpy as jnp
from flax import nnx


def thin(key, x, keep):
    return jax.lax.select(jax.random.bernoulli(key, keep, x.shape), x / keep, jnp.zeros_like(x))


class Drop(nnx.Module):
    def __init__(self, rate, *, rngs):
        self.rate = rate
        self.rngs = rngs.fork()

    def __call__(self, x, *, deterministic=False):
        return x if deterministic else thin(self.rngs.dropout(), x, 1 - self.rate)


def dropout_scratch(seed, x, rate, deterministic):
    layer = Drop(rate, rngs=nnx.Rngs(dropout=seed))
    outputs = []
    for flag in (deterministic, False):
        outputs.append(layer(x, deterministic=flag))
    return jnp.array(outputs)
