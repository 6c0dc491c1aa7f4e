"""A dict as aux, and the gradient of everything in one function."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    """Two linear layers, and a BatchNorm between them."""

    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.inner = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.9, rngs=rngs)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.relu(self.norm(self.inner(x))))


def errors(model: Net, x: jax.Array, y: jax.Array) -> tuple[jax.Array, jax.Array]:
    """The mean of the squared errors, and the largest error."""
    error = model(x) - y
    return jnp.mean(error**2), {"worst": jnp.linalg.norm(error.ravel(), jnp.inf)}


@nnx.jit
def step(model: Net, optimizer: nnx.Optimizer, x: jax.Array, y: jax.Array) -> tuple[jax.Array, jax.Array]:
    (loss, worst), grads = nnx.value_and_grad(errors, has_aux=True)(model, x, y)
    optimizer.update(model, grads)
    return loss, worst["worst"]


def grad_bn_update(seed: int, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, jax.Array]:
    """The losses and the largest errors of the steps, the running mean, and the output at evaluation."""
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses, worst = zip(*(step(model, optimizer, x, y) for _ in range(steps)), strict=True)
    model.eval()
    return {
        "losses": jnp.stack(losses),
        "worst": jnp.stack(worst),
        "mean": model.norm.mean[...],
        "eval": model(x),
    }
