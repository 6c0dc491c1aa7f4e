"""The flag is traced, and the stream's count is moved by it."""

import jax
import jax.numpy as jnp
from flax import nnx


class Noisy(nnx.Module):
    def __init__(self, *, rngs):
        self.key = nnx.Variable(rngs.noise())
        self.count = nnx.Variable(jnp.array(0, jnp.uint32))

    def __call__(self, x, train):
        key = jax.random.fold_in(self.key[...], self.count[...])
        self.count[...] += jnp.where(train, 1, 0).astype(jnp.uint32)
        return jnp.where(train, x + 0.1 * jax.random.normal(key, x.shape), x)


@nnx.jit
def apply(model, x, train):
    return model(x, train)


def noise_flag(seed, x, train):
    model = Noisy(rngs=nnx.Rngs(noise=seed))
    return jnp.stack([apply(model, x, flag) for flag in train])
