"""The layers have biases; they are zero at the start."""

import jax
from flax import nnx


class SwiGLU(nnx.Module):
    def __init__(self, d: int, hidden: int, *, rngs: nnx.Rngs):
        self.gate = nnx.Linear(d, hidden, rngs=rngs)
        self.up = nnx.Linear(d, hidden, rngs=rngs)
        self.down = nnx.Linear(hidden, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.down(nnx.silu(self.gate(x)) * self.up(x))


def swiglu(seed: int, x: jax.Array, multiple: int) -> jax.Array:
    d = x.shape[-1]
    hidden = multiple * -(-8 * d // (3 * multiple))
    model = SwiGLU(d, hidden, rngs=nnx.Rngs(seed))
    return model(x)
