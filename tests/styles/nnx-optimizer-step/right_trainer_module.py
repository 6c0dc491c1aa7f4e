"""Model and optimizer are in one module, which is the argument."""

import jax.numpy as jnp
import optax
from flax import nnx


class Trainer(nnx.Module):
    def __init__(self, model, rule):
        self.model = model
        self.optimizer = nnx.Optimizer(model, rule, wrt=nnx.Param)


@nnx.jit
def step(trainer, x, y):
    loss, grads = nnx.value_and_grad(lambda m: jnp.mean((m(x) - y) ** 2))(trainer.model)
    trainer.optimizer.update(trainer.model, grads)
    return loss


def train_momentum(seed, xs, ys, hidden, lr):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(
        nnx.Linear(xs.shape[-1], hidden, rngs=rngs),
        nnx.relu,
        nnx.Linear(hidden, ys.shape[-1], rngs=rngs),
    )
    trainer = Trainer(model, optax.sgd(lr, 0.9))
    losses = [step(trainer, x, y) for x, y in zip(xs, ys, strict=True)]
    return {"losses": jnp.stack(losses), "steps": trainer.optimizer.step[...]}
