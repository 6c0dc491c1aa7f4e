"""A constant that is not trained

`constant_array(seed, x, y, lr, steps)` trains a model
that brings each column of its input to mean 0 and
standard deviation 1, with the mean and the deviation of
the training data. After the training `mean` and `std`
should be what they were at first, and they are not.

Fix it. Both still belong to the model: they are in its
State, at the attributes mean and std, so that they are
saved with it. No optimizer with wrt=nnx.Param may touch
them, whatever its rule is.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out)
    lr       float, the learning rate of Adam
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "mean" and
             "std", what the model holds at the end

The values are compared with the reference's. Besides, it
is checked that the State of a module with the attributes
mean and std holds four arrays, and that exactly the two
of its linear layer are nnx.Params.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Standardised(nnx.Module):
    def __init__(self, data, features, *, rngs):
        d_in = data.shape[1]
        self.mean = nnx.Param(data.mean(axis=0))
        self.std = nnx.Param(data.std(axis=0))
        self.linear = nnx.Linear(d_in, features, rngs=rngs)

    def __call__(self, x):
        return self.linear((x - self.mean) / self.std)


@nnx.jit
def step(model, optimizer, x, y):
    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(mean_error)(model)
    optimizer.update(model, grads)
    return loss


def constant_array(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    model = Standardised(x, y.shape[1], rngs=rngs)
    rule = optax.adam(lr)
    optimizer = nnx.Optimizer(model, rule, wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, y))
    return {
        "losses": jnp.stack(losses),
        "mean": model.mean[...],
        "std": model.std[...],
    }
