# The Dropout is applied to ones, which gives the factors; x is multiplied by them. Split and merged on the way.
import jax.numpy as jnp
from flax import nnx


class Thinned(nnx.Module):
    def __init__(self, rate, *, rngs):
        self.drop = nnx.Dropout(rate, rngs=rngs)

    def factors(self, shape):
        return self.drop(jnp.ones(shape))

    def __call__(self, x):
        return x * self.factors(x.shape)


def dropout_scaling(seed, x, rate):
    graphdef, state = nnx.split(Thinned(rate, rngs=nnx.Rngs(seed)))
    return nnx.merge(graphdef, state)(x)
