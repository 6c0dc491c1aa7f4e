# "Thinned" by the rate: what is kept is scaled down again, so the mean is smaller.
import jax
from flax import nnx


class Thinned(nnx.Module):
    def __init__(self, rate: float, *, rngs: nnx.Rngs):
        self.rate = rate
        self.drop = nnx.Dropout(rate, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(x) * (1.0 - self.rate)


def dropout_scaling(seed: int, x: jax.Array, rate: float) -> jax.Array:
    layer = Thinned(rate, rngs=nnx.Rngs(seed))
    return layer(x)
