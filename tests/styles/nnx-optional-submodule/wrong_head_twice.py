"""The head answers to h and to adapter(h), and the two answers are added: its bias counts twice."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, *, rngs):
        self.stem = nnx.Linear(d_in, 4, rngs=rngs)
        self.head = nnx.Linear(4, 2, bias_init=nnx.initializers.ones, rngs=rngs)
        self.adapter = nnx.data(None)

    def __call__(self, x):
        h = self.stem(x)
        if self.adapter is not None:
            return self.head(h) + self.head(self.adapter(h))
        return self.head(h)


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
    for i in range(3):
        if i == 1:
            model.adapter = nnx.Linear(4, 4, rngs=rngs)
        else:
            model.adapter = None
        answers.append(call(model, x))
        held = jax.tree.leaves(nnx.state(model))
        counts.append(len(held))
    state = nnx.state(model)
    return jnp.stack(answers), jnp.array(counts), state
