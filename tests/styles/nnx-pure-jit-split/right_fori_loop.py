"""fori_loop over (y, state)."""

import jax
import jax.numpy as jnp
from flax import nnx


class Counted(nnx.Module):
    def __init__(self, *, rngs):
        self.linear = nnx.Linear(3, 2, rngs=rngs)
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return self.linear(x) * self.count


def pure_jit_split(seed, x, n):
    model = Counted(rngs=nnx.Rngs(int(seed)))
    graphdef, state = nnx.split(model)

    @jax.jit
    def step(state, x):
        inner = nnx.merge(graphdef, state)
        y = inner(x)
        return y, nnx.state(inner)

    def body(i, carry):
        return step(carry[1], x)

    run = jax.jit(lambda s: jax.lax.fori_loop(0, int(n), body, (jnp.zeros((x.shape[0], 2)), s)))
    y, state = run(state)
    nnx.update(model, state)
    return y, model.count[...]
