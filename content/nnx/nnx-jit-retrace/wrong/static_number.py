"""The number of the call is a static argument of `step`, so each number is a program of its own. What changes from
call to call has to come in an array."""

# fact: has functools.partial(nnx.jit, static_argnums=_)

import functools

import jax
import jax.numpy as jnp
from flax import nnx


class FadesOut(nnx.Module):
    def __init__(self, d_in: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 2, rngs=rngs)
        self.calls = nnx.Variable(jnp.array(0, jnp.int32))
        self.peak = nnx.Variable(jnp.array(0.0, jnp.float32))

    def __call__(self, x: jax.Array, number: int) -> jax.Array:
        self.calls[...] += 1
        y = jnp.maximum(1.25 - number / 4, 0.25) * self.linear(x)
        self.peak[...] = jnp.maximum(self.peak[...], jnp.abs(y).max())
        return y


@functools.partial(nnx.jit, static_argnums=2)
def step(model: FadesOut, x: jax.Array, number: int) -> jax.Array:
    return model(x, number)


def jit_retrace(seed: int, x: jax.Array, n: int) -> dict[str, jax.Array]:
    model = FadesOut(x.shape[1], rngs=nnx.Rngs(seed))
    for number in range(n):
        y = step(model, x, number + 1)
    return {"y": y, "calls": model.calls[...], "peak": model.peak[...]}
