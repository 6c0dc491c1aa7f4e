"""A gated layer of its own, extended to the whole."""

import jax
from flax import nnx


class Gated(nnx.Module):
    def __init__(self, d, hidden, *, rngs):
        self.gate = nnx.Linear(d, hidden, use_bias=False, rngs=rngs)
        self.up = nnx.Linear(d, hidden, use_bias=False, rngs=rngs)

    def __call__(self, x):
        return jax.nn.swish(self.gate(x)) * self.up(x)


class SwiGLU(Gated):
    def __init__(self, d, hidden, *, rngs):
        super().__init__(d, hidden, rngs=rngs)
        self.down = nnx.Linear(hidden, d, use_bias=False, rngs=rngs)

    def __call__(self, x):
        return self.down(super().__call__(x))


def swiglu(seed, x, multiple):
    d = x.shape[-1]
    hidden = next(h for h in range(0, 8 * d + multiple, multiple) if 3 * d * h >= 8 * d * d)
    return SwiGLU(d, hidden, rngs=nnx.Rngs(seed))(x)
