"""The attribute comes and goes."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    """Two layers, and between them a place for a third one."""

    def __init__(self, d_in: int, *, rngs: nnx.Rngs):
        self.stem = nnx.Linear(d_in, 4, rngs=rngs)
        self.head = nnx.Linear(4, 2, bias_init=nnx.initializers.ones, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        h = self.stem(x)
        if hasattr(self, "adapter"):
            h = h + self.adapter(h)
        return self.head(h)


@nnx.jit
def call(model: Net, x: jax.Array) -> jax.Array:
    return model(x)


def optional_submodule(seed: int, x: jax.Array) -> tuple[jax.Array, jax.Array, nnx.State]:
    """The answers without, with, and again without the adapter, their Variables each time, and the state."""
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], rngs=rngs)
    answers, counts = [], []
    for n in range(3):
        if n == 1:
            model.adapter = nnx.Linear(4, 4, rngs=rngs)
        if n == 2:
            del model.adapter
        answers.append(call(model, x))
        counts.append(len(jax.tree.leaves(nnx.state(model))))
    return jnp.stack(answers), jnp.array(counts), nnx.state(model)
