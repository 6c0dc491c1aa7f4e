"""The second answer is put together outside of the model, which has no adapter in any call. A call of the model gives
the answer without it. Put the layer into the attribute, and let the call use it."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    """Two layers, and between them a place for a third one."""

    def __init__(self, d_in: int, *, rngs: nnx.Rngs):
        self.stem = nnx.Linear(d_in, 4, rngs=rngs)
        self.head = nnx.Linear(4, 2, bias_init=nnx.initializers.ones, rngs=rngs)
        self.adapter = nnx.data(None)

    def __call__(self, x: jax.Array) -> jax.Array:
        h = self.stem(x)
        return self.head(h)


@nnx.jit
def call(model: Net, x: jax.Array) -> jax.Array:
    return model(x)


def optional_submodule(seed: int, x: jax.Array) -> tuple[jax.Array, jax.Array, nnx.State]:
    """The answers without, with, and again without the adapter, their Variables each time, and the state."""
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], rngs=rngs)
    answers, counts = [], []
    adapter = nnx.Linear(4, 4, rngs=rngs)
    for n in range(3):
        answer = call(model, x)
        if n == 1:
            h = model.stem(x)
            answer = model.head(h + adapter(h))
        answers.append(answer)
        counts.append(6 if n == 1 else 4)
    return jnp.stack(answers), jnp.array(counts), nnx.state(model)
