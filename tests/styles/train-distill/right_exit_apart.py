"""The exit is a module of its own, with an optimizer of its own."""

import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, classes, *, rngs):
        self.low = nnx.Linear(d_in, 8, rngs=rngs)
        self.high = nnx.Linear(8, 8, rngs=rngs)
        self.head = nnx.Linear(8, classes, rngs=rngs)

    def stem(self, x):
        return nnx.tanh(self.low(x))

    def __call__(self, x):
        return self.head(nnx.tanh(self.high(self.stem(x))))


def of_labels(model, x, labels):
    return optax.softmax_cross_entropy_with_integer_labels(model(x), labels).mean()


def of_exit(quick, model, x):
    return optax.softmax_cross_entropy(quick(model.stem(x)), nnx.softmax(model(x))).mean()


@nnx.jit
def step(model, quick, optimizer, other, x, labels):
    early, exit_grads = nnx.value_and_grad(of_exit)(quick, model, x)
    loss, grads = nnx.value_and_grad(of_labels)(model, x, labels)
    optimizer.update(model, grads)
    other.update(quick, exit_grads)
    return loss, early


def quick_exit(seed, x, labels, classes, lr, steps):
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], classes, rngs=rngs)
    quick = nnx.Linear(8, classes, rngs=rngs)
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    other = nnx.Optimizer(quick, optax.sgd(lr), wrt=nnx.Param)
    hard, soft = [], []
    for _ in range(steps):
        loss, early = step(model, quick, optimizer, other, x, labels)
        hard.append(loss)
        soft.append(early)
    params = nnx.to_pure_dict(nnx.state(model))
    params["quick"] = nnx.to_pure_dict(nnx.state(quick))
    return {"losses": jnp.stack(hard), "quick": jnp.stack(soft), "params": params}
