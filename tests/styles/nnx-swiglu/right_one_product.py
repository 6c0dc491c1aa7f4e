"""Gate and up are computed in one product."""

import jax
import jax.numpy as jnp
from flax import nnx


class SwiGLU(nnx.Module):
    """`down(silu(gate(x)) * up(x))`, without biases."""

    def __init__(self, d: int, hidden: int, *, rngs: nnx.Rngs):
        self.gate = nnx.Linear(d, hidden, use_bias=False, rngs=rngs)
        self.up = nnx.Linear(d, hidden, use_bias=False, rngs=rngs)
        self.down = nnx.Linear(hidden, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        both = jnp.concatenate([self.gate.kernel[...], self.up.kernel[...]], axis=1)
        gate, up = jnp.split(x @ both, 2, axis=-1)
        return self.down(nnx.swish(gate) * up)


def swiglu(seed: int, x: jax.Array, multiple: int) -> jax.Array:
    """The output of a fresh SwiGLU on `x`, as wide as the budget asks for."""
    d = x.shape[-1]
    # 3 * d * hidden >= 8 * d * d, in whole multiples
    hidden = multiple * -(-8 * d // (3 * multiple))
    model = SwiGLU(d, hidden, rngs=nnx.Rngs(seed))
    return model(x)
