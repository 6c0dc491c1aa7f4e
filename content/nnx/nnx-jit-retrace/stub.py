"""Stop the retracing

The model fades out: in its first four calls its output is 4/4,
3/4, 2/4 and 1/4 of what its linear layer says, and 1/4 in all
later calls. It also keeps the largest absolute output so far.
`jit_retrace(seed, x, n)` calls it n times through `step`, which
is compiled.

The symptom: `step` is traced again and again. Mend the program
so that in one call of jit_retrace it is traced ONCE, however
large n is. There is more than one cause.

    seed     int
    x        float32 array of shape (rows, in)
    n        int, 2 or more
    returns  a dict: "y", the output of the last call, of shape
             (rows, 2); "calls", how often the model was
             called, int32 of shape (); "peak", the largest
             absolute output so far, float32 of shape ()

The values are compared with the reference's. Besides, it is
checked that a function named `step` is compiled by nnx.jit or
jax.jit and traced once; and that at the end the attribute
`calls` of the model that your function built holds the number
of its calls.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class FadesOut(nnx.Module):
    def __init__(self, d_in: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 2, rngs=rngs)
        self.calls = 0
        self.peak = nnx.Variable(jnp.array(0.0))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.calls += 1
        y = max(1.25 - self.calls / 4, 0.25) * self.linear(x)
        self.peak[...] = jnp.maximum(
            self.peak[...],
            jnp.abs(y).max(),
        )
        return y


@nnx.jit
def step(model: FadesOut, x: jax.Array) -> jax.Array:
    return model(x)


def jit_retrace(
    seed: int,
    x: jax.Array,
    n: int,
) -> dict[str, jax.Array]:
    model = FadesOut(x.shape[1], rngs=nnx.Rngs(seed))
    for _ in range(n):
        y = step(model, x)
    return {
        "y": y,
        "calls": jnp.array(model.calls, jnp.int32),
        "peak": model.peak[...],
    }
