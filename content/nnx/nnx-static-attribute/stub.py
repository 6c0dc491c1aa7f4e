"""Configuration is not state

`static_attribute(seed, x, widths, scale, features)`
should build a Loudness, call it once, compiled, and
return the answer and the state of the model. It raises.
Without nnx.jit the numbers are right, but the state is
not: it has four arrays, and should have two.

Fix Loudness. What it computes stays the same. The
function `call` stays compiled, and still gets the model
as an argument.

    seed      int
    x         float32 array of shape (n,)
    widths    a list of ints; each one divides n
    scale     float
    features  int
    returns   a tuple (y, state): a float32 array of
              shape (features,), and nnx.state of the
              model

The values are compared with the reference's. Besides, it
is checked that the state has the two Params of mix and
nothing else, that a function named call is
traced, to be compiled, and that a call of the model
gives y.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Loudness(nnx.Module):
    def __init__(self, widths, scale, features, *, rngs):
        self.widths = jnp.array(widths)
        self.scale = jnp.array(scale)
        self.mix = nnx.Linear(len(widths), features, rngs=rngs)

    def __call__(self, x):
        means = [x.reshape(-1, width).mean(axis=1) for width in self.widths]
        loudest = jnp.stack([mean.max() for mean in means])
        return self.mix(self.scale * loudest)


@nnx.jit
def call(model, x):
    return model(x)


def static_attribute(
    seed: int,
    x: jax.Array,
    widths: list[int],
    scale: float,
    features: int,
) -> tuple[jax.Array, nnx.State]:
    rngs = nnx.Rngs(seed)
    model = Loudness(widths, scale, features, rngs=rngs)
    return call(model, x), nnx.state(model)
