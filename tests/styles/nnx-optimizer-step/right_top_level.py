"""The step is a function of the file."""

import jax.numpy as jnp
import optax
from flax import nnx


@nnx.jit
def step(model, optimizer, batch):
    x, y = batch
    loss, grads = nnx.value_and_grad(lambda m: ((m(x) - y) ** 2).mean())(model)
    optimizer.update(model, grads)
    return loss


def train_momentum(seed, xs, ys, hidden, lr):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(
        nnx.Linear(xs.shape[-1], hidden, rngs=rngs),
        nnx.relu,
        nnx.Linear(hidden, ys.shape[-1], rngs=rngs),
    )
    optimizer = nnx.Optimizer(model, optax.sgd(learning_rate=lr, momentum=0.9), wrt=nnx.Param)
    losses = jnp.array([step(model, optimizer, (xs[i], ys[i])) for i in range(len(xs))])
    return {"losses": losses, "steps": optimizer.step[...]}
