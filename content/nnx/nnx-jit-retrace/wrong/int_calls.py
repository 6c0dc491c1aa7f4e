"""The number of calls is still a Python int. That is a static attribute and a part of the compiled program, so
each new number needs a new trace; in NNX's tree mode it is lost instead. Keep it as an int32 array in a
Variable."""

# fact: has self.calls = 0
# fact: has self.calls += 1

import jax
import jax.numpy as jnp
from flax import nnx


class FadesOut(nnx.Module):
    def __init__(self, d_in: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 2, rngs=rngs)
        self.calls = 0
        self.peak = nnx.Variable(jnp.array(0.0, jnp.float32))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.calls += 1
        y = max(1.25 - self.calls / 4, 0.25) * self.linear(x)
        self.peak[...] = jnp.maximum(self.peak[...], jnp.abs(y).max())
        return y


@nnx.jit
def step(model: FadesOut, x: jax.Array) -> jax.Array:
    return model(x)


def jit_retrace(seed: int, x: jax.Array, n: int) -> dict[str, jax.Array]:
    model = FadesOut(x.shape[1], rngs=nnx.Rngs(seed))
    for _ in range(n):
        y = step(model, x)
    return {"y": y, "calls": jnp.array(model.calls, jnp.int32), "peak": model.peak[...]}
