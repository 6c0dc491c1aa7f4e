"""The number of the call is an argument, and the model counts as well."""

import jax
import jax.numpy as jnp
from flax import nnx


class FadesOut(nnx.Module):
    def __init__(self, d_in: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 2, rngs=rngs)
        self.calls = nnx.Variable(jnp.array(0, jnp.int32))
        self.peak = nnx.Variable(jnp.array(0.0, jnp.float32))

    def __call__(self, x, gain) -> jax.Array:
        self.calls[...] += 1
        y = gain * self.linear(x)
        self.peak[...] = jnp.maximum(self.peak[...], jnp.abs(y).max())
        return y


@nnx.jit
def step(model, x, gain) -> jax.Array:
    return model(x, gain)


def jit_retrace(seed: int, x: jax.Array, n: int) -> dict[str, jax.Array]:
    model = FadesOut(x.shape[1], rngs=nnx.Rngs(seed))
    for i in range(n):
        y = step(model, x, max(1.0 - i / 4, 0.25))
    return {"y": y, "calls": model.calls[...], "peak": model.peak[...]}
