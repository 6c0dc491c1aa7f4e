"""Each call compiles a function of its own that is named call, over the split model."""

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
        return self.head(h if self.adapter is None else h + self.adapter(h))


def optional_submodule(seed, x):
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], rngs=rngs)
    late = nnx.Linear(4, 4, rngs=rngs)

    def asked():
        graphdef, state = nnx.split(model)

        @jax.jit
        def call(state, x):
            return nnx.merge(graphdef, state)(x)

        return call(state, x), len(nnx.to_flat_state(state))

    found = [asked()]
    model.adapter = late
    found.append(asked())
    model.adapter = None
    found.append(asked())
    answers, counts = zip(*found, strict=True)
    return jnp.stack(answers), jnp.array(counts), nnx.state(model)
