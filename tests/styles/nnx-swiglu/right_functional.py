"""Split and merged, called as a function of the state."""

import jax
from flax import nnx


class SwiGLU(nnx.Module):
    def __init__(self, d, hidden, *, rngs):
        bare = {"use_bias": False, "rngs": rngs}
        self.gate, self.up, self.down = (
            nnx.Linear(d, hidden, **bare),
            nnx.Linear(d, hidden, **bare),
            nnx.Linear(hidden, d, **bare),
        )

    def __call__(self, x):
        gated = jax.nn.silu(self.gate(x))
        return self.down(gated * self.up(x))


def swiglu(seed, x, multiple):
    d = x.shape[-1]
    blocks, rest = divmod(8 * d, 3 * multiple)
    graphdef, params = nnx.split(SwiGLU(d, (blocks + bool(rest)) * multiple, rngs=nnx.Rngs(seed)), nnx.Param)
    return jax.jit(lambda params, x: nnx.merge(graphdef, params)(x))(params, x)
