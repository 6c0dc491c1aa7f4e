"""The number of calls that you return is right, but the model's own `calls` does not hold it. A model that is
saved and restored would fade out anew. Count in the model."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class FadesOut(nnx.Module):
    def __init__(self, d_in: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 2, rngs=rngs)
        self.calls = nnx.Variable(jnp.array(0, jnp.int32))
        self.peak = nnx.Variable(jnp.array(0.0, jnp.float32))

    def __call__(self, x: jax.Array, number: jax.Array) -> jax.Array:
        y = jnp.maximum(1.25 - number / 4, 0.25) * self.linear(x)
        self.peak[...] = jnp.maximum(self.peak[...], jnp.abs(y).max())
        return y


@nnx.jit
def step(model: FadesOut, x: jax.Array, number: jax.Array) -> jax.Array:
    return model(x, number)


def jit_retrace(seed: int, x: jax.Array, n: int) -> dict[str, jax.Array]:
    model = FadesOut(x.shape[1], rngs=nnx.Rngs(seed))
    for number in jnp.arange(1, n + 1):
        y = step(model, x, number)
    return {"y": y, "calls": number, "peak": model.peak[...]}
