"""Steps by hand, without jit or optax."""

import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, *, rngs):
        self.inner = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.9, rngs=rngs)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x):
        return self.head(nnx.relu(self.norm(self.inner(x))))


def grad_bn_update(seed, x, y, lr, steps):
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))

    def objective(model):
        error = model(x) - y
        return jnp.mean(error**2), error

    losses, worst = [], []
    for _ in range(steps):
        (loss, error), grads = nnx.value_and_grad(objective, has_aux=True)(model)
        for layer, grad in ((model.inner, grads.inner), (model.head, grads.head)):
            layer.kernel[...] -= lr * grad.kernel[...]
            layer.bias[...] -= lr * grad.bias[...]
        model.norm.scale[...] -= lr * grads.norm.scale[...]
        model.norm.bias[...] -= lr * grads.norm.bias[...]
        losses.append(loss)
        worst.append(jnp.max(jnp.abs(error)))
    y = model.head(nnx.relu(model.norm(model.inner(x), use_running_average=True)))
    return {"losses": jnp.array(losses), "worst": jnp.array(worst), "mean": model.norm.mean[...], "eval": y}
