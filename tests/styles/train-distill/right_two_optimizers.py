"""Two optimizers with filters; each loss has a gradient of its own, and nothing is stopped."""

import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, classes, *, rngs):
        self.low = nnx.Linear(d_in, 8, rngs=rngs)
        self.high = nnx.Linear(8, 8, rngs=rngs)
        self.head = nnx.Linear(8, classes, rngs=rngs)
        self.quick = nnx.Linear(8, classes, rngs=rngs)

    def stem(self, x):
        return nnx.tanh(self.low(x))

    def __call__(self, x):
        return self.head(nnx.tanh(self.high(self.stem(x))))


def of_labels(model, x, labels):
    return optax.softmax_cross_entropy_with_integer_labels(model(x), labels).mean()


QUICK = nnx.All(nnx.Param, nnx.PathContains("quick"))
REST = nnx.All(nnx.Param, nnx.Not(QUICK))


def of_answers(model, x):
    return optax.softmax_cross_entropy(model.quick(model.stem(x)), nnx.softmax(model(x))).mean()


@nnx.jit
def step(model, slow, quick, x, labels):
    loss, grads = nnx.value_and_grad(of_labels)(model, x, labels)
    early, early_grads = nnx.value_and_grad(of_answers)(model, x)
    slow.update(model, grads)
    quick.update(model, early_grads)
    return loss, early


def quick_exit(seed, x, labels, classes, lr, steps):
    model = Net(x.shape[1], classes, rngs=nnx.Rngs(seed))
    slow = nnx.Optimizer(model, optax.sgd(lr), wrt=REST)
    quick = nnx.Optimizer(model, optax.sgd(lr), wrt=QUICK)
    losses = jnp.array([step(model, slow, quick, x, labels) for _ in range(steps)])
    return {"losses": losses[:, 0], "quick": losses[:, 1], "params": nnx.to_pure_dict(nnx.state(model))}
