"""The norms are built stacked by a vmap of their own, the Linear is called once on everything, under nnx.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        """The answers to a batch of ONE task: (rows, d)."""
        return jnp.tanh(self.norm(self.linear(x)))


def vmap_state_axes(seed, xs):
    rngs = nnx.Rngs(seed)
    net = Net(xs.shape[3], rngs=rngs)
    norms = nnx.vmap(lambda _: nnx.BatchNorm(4, momentum=0.5, rngs=nnx.Rngs(0)))(jnp.arange(xs.shape[1]))

    @nnx.jit
    def one_round(net, norms, x):
        return jnp.tanh(nnx.vmap(lambda norm, h: norm(h), in_axes=(0, 0))(norms, net.linear(x)))

    answers = jnp.stack([one_round(net, norms, x) for x in xs])
    return {"answers": answers, "means": norms.mean.get_value()}
