"""The model notes its last error; no aux."""

import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, n, *, rngs):
        self.inner = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.9, rngs=rngs)
        self.head = nnx.Linear(4, 1, rngs=rngs)
        self.last = nnx.Variable(jnp.zeros((n, 1)))

    def __call__(self, x):
        self.last[...] = self.head(nnx.relu(self.norm(self.inner(x))))
        return self.last[...]


@nnx.jit
def step(model, optimizer, x, y):
    loss, grads = nnx.value_and_grad(lambda model: jnp.mean((model(x) - y) ** 2))(model)
    worst = jnp.abs(model.last - y).max()
    optimizer.update(model, grads)
    return loss, worst


def grad_bn_update(seed, x, y, lr, steps):
    model = Net(x.shape[1], len(x), rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    records = [step(model, optimizer, x, y) for _ in range(steps)]
    served = nnx.view(model, use_running_average=True)
    losses, worst = map(jnp.stack, zip(*records, strict=True))
    return {"losses": losses, "worst": worst, "mean": model.norm.mean[...], "eval": served(x)}
