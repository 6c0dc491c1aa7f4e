"""nnx.Optimizer under nnx.jit."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 8, dtype=jnp.bfloat16, rngs=rngs)
        self.head = nnx.Linear(8, d_out, dtype=jnp.bfloat16, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.hidden(x)))


@nnx.jit
def step(model, optimizer, x, y):
    def loss(model):
        return ((model(x).astype(y.dtype) - y) ** 2).mean()

    value, grads = nnx.value_and_grad(loss)(model)
    optimizer.update(model, grads)
    return value


def bf16_step(seed, x, y, lr, steps):
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses = jnp.array([step(model, optimizer, x, y) for _ in range(steps)])
    return {"losses": losses, "params": nnx.to_pure_dict(nnx.state(model))}
