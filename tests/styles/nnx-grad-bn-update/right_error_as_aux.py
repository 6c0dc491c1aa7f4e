# The whole error is aux; SGD written by hand through nnx.update; no jit; has_aux with nnx.grad.
import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.inner = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.9, rngs=rngs)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.relu(self.norm(self.inner(x))))


def squared(model, x, y):
    error = model(x) - y
    return jnp.mean(jnp.square(error)), error


def grad_bn_update(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    losses, worst = [], []
    for _ in range(steps):
        grads, error = nnx.grad(squared, has_aux=True)(model, x, y)
        grads = nnx.state(grads, nnx.Param)
        params = nnx.state(model, nnx.Param)
        nnx.update(model, jax.tree.map(lambda p, g: p - lr * g, params, grads))
        losses.append(jnp.mean(error * error))
        worst.append(jnp.max(jnp.abs(error)))
    model.eval()
    return {
        "losses": jnp.stack(losses),
        "worst": jnp.stack(worst),
        "mean": model.norm.mean[...],
        "eval": model(x),
    }
