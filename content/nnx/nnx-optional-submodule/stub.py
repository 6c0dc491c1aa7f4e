"""None now, a module later

The model Net works, and `optional_submodule(seed, x)`
calls it three times, compiled. Extend both, so that the
model has an adapter in the second call, and none in the
first and the third:

- Net gets an attribute `adapter` that is empty at first.
  Where it holds a layer, the model computes h = stem(x),
  then h + adapter(h), and gives that to head. Where it
  is empty, nothing changes.
- Before the second call the function puts an nnx.Linear
  from 4 to 4 features into it, drawn from rngs, after
  the layers of the model.
- Before the third call it takes the adapter out again.

It is one model all the time: it is built once, and its
other layers stay the same objects.

    seed     int
    x        float32 array of shape (n, in)
    returns  a tuple (answers, counts, state): the three
             answers, float32 of shape (3, n, 2); how many
             Variables nnx.state of the model holds at
             each of the three calls, int32 of shape (3,);
             and nnx.state of the model at the end

The values are compared with the reference's. Besides, it
is checked that three nnx.Linears are built in all, that
the second answer comes out of a call of a module that has
the attribute adapter, and that a function named call is
traced, to be compiled.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, *, rngs):
        self.stem = nnx.Linear(d_in, 4, rngs=rngs)
        self.head = nnx.Linear(4, 2, bias_init=nnx.initializers.ones, rngs=rngs)

    def __call__(self, x):
        return self.head(self.stem(x))


@nnx.jit
def call(model, x):
    return model(x)


def optional_submodule(
    seed: int,
    x: jax.Array,
) -> tuple[jax.Array, jax.Array, nnx.State]:
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], rngs=rngs)
    answers, counts = [], []
    for _ in range(3):
        answers.append(call(model, x))
        held = jax.tree.leaves(nnx.state(model))
        counts.append(len(held))
    state = nnx.state(model)
    return (
        jnp.stack(answers),
        jnp.array(counts),
        state,
    )
