"""SwiGLU within a budget

Write an nnx.Module that is a SwiGLU:

    down(silu(gate(x)) * up(x))

It is to replace an MLP that goes from d features to 4 * d
and back, without biases, and so has 8 * d * d parameters.
Choose the width hidden: the smallest multiple of `multiple`
with which the SwiGLU has at least as many parameters as that
MLP.

    gate  created first: nnx.Linear from d to hidden features
    up    created second: nnx.Linear from d to hidden
    down  created third: nnx.Linear from hidden to d

None has a bias; all have the default initializer for their
kernels.

swiglu(seed, x, multiple) builds it with nnx.Rngs(seed) and
returns what it gives for x.

    seed      int
    x         float32 array of shape (..., d)
    multiple  int, 1 or more
    returns   float32 array of the shape of x

The values are compared with the reference's. Besides, it is
checked that a module has exactly the Params gate/kernel,
up/kernel and down/kernel, of these shapes; and if it has a
__call__, that your function returns what that gives for x.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


class SwiGLU(nnx.Module):
    def __init__(self, d: int, hidden: int, *, rngs: nnx.Rngs):
        raise NotImplementedError("gate, up and down")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("the formula")


def swiglu(
    seed: int,
    x: jax.Array,
    multiple: int,
) -> jax.Array:
    d = x.shape[-1]
    # In place of this width: the smallest that will do.
    hidden = 4 * d
    model = SwiGLU(d, hidden, rngs=nnx.Rngs(seed))
    return model(x)
