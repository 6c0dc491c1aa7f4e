"""The compiled step is a method of a module that holds model and optimizer."""

import jax.numpy as jnp
import optax
from flax import nnx


class Trainer(nnx.Module):
    def __init__(self, d_in, hidden, d_out, lr, *, rngs):
        self.model = nnx.Sequential(
            nnx.Linear(d_in, hidden, rngs=rngs),
            nnx.relu,
            nnx.Linear(hidden, d_out, rngs=rngs),
        )
        self.optimizer = nnx.Optimizer(self.model, optax.sgd(lr, momentum=0.9), wrt=nnx.Param)

    @nnx.jit
    def step(self, x, y):
        loss, grads = nnx.value_and_grad(lambda model: jnp.mean((model(x) - y) ** 2))(self.model)
        self.optimizer.update(self.model, grads)
        return loss


def train_momentum(seed, xs, ys, hidden, lr):
    trainer = Trainer(xs.shape[-1], hidden, ys.shape[-1], lr, rngs=nnx.Rngs(seed))
    losses = [trainer.step(x, y) for x, y in zip(xs, ys, strict=True)]
    return {"losses": jnp.stack(losses), "steps": trainer.optimizer.step[...]}
