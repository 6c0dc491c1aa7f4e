"""Eight thirds of `d` is rounded down before it is rounded up to a multiple. Then the SwiGLU can have fewer parameters
than the MLP. Round once, and up."""

# fact: checks

import jax
from flax import nnx


class SwiGLU(nnx.Module):
    def __init__(self, d: int, hidden: int, *, rngs: nnx.Rngs):
        self.gate = nnx.Linear(d, hidden, use_bias=False, rngs=rngs)
        self.up = nnx.Linear(d, hidden, use_bias=False, rngs=rngs)
        self.down = nnx.Linear(hidden, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.down(nnx.silu(self.gate(x)) * self.up(x))


def swiglu(seed: int, x: jax.Array, multiple: int) -> jax.Array:
    d = x.shape[-1]
    hidden = -(-(8 * d // 3) // multiple) * multiple
    model = SwiGLU(d, hidden, rngs=nnx.Rngs(seed))
    return model(x)
