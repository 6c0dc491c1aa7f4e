"""One filter says what is trained: two types, without the table of positions."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Gain(nnx.Variable):
    """A factor for each output; it is learned."""


class Net(nnx.Module):
    """positions: the same table in all models. offset: what
    was measured once, before the training.
    """

    def __init__(
        self,
        length: int,
        d: int,
        d_out: int,
        *,
        rngs: nnx.Rngs,
    ):
        place = jnp.arange(length)[:, None] / (1.0 + jnp.arange(d))
        self.positions = nnx.Param(jnp.sin(place))
        self.body = nnx.Linear(d, 6, rngs=rngs)
        self.head = nnx.Linear(6, d_out, rngs=rngs)
        self.gain = Gain(jnp.ones(d_out))
        self.offset = nnx.Variable(jnp.full(d_out, 0.5))

    def __call__(self, x: jax.Array) -> jax.Array:
        h = nnx.tanh(self.body(x + self.positions))
        return self.head(h.mean(1)) * self.gain + self.offset


def forgotten_wrt(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    length, d = x.shape[1:]
    model = Net(length, d, y.shape[1], rngs=nnx.Rngs(seed))
    trained = nnx.All(nnx.Any(nnx.Param, Gain), nnx.Not(nnx.PathContains("positions")))
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=trained)

    @nnx.jit
    def step(model: Net, optimizer: nnx.Optimizer) -> jax.Array:
        graphdef, state = nnx.split(model)

        def mean_error(state: nnx.State) -> jax.Array:
            answer = nnx.merge(graphdef, state)(x)
            return jnp.mean((answer - y) ** 2)

        # The gradients of all that the model holds.
        loss, grads = jax.value_and_grad(mean_error)(state)
        optimizer.update(model, grads)
        return loss

    losses = [step(model, optimizer) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
