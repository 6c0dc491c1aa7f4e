"""Given away

`train_and_average(seed, xs, ys, every, lr)` trains a Net,
one step for each batch. After each `every` steps it keeps
the Params, and at the end it takes the mean of what it
kept. step donates model and optimizer, so that XLA can
write the new values over the old ones. The symptom: the
steps go well, and where the mean is taken there is an
error.

Mend it. The mean is that of the Params that there were
after step every, 2 * every, 3 * every and so on. The steps
still write over what they get: the buffers of the fresh
Params are gone after the call.

    seed     int
    xs       float32 array of shape (steps, n, in): a batch
             for each step
    ys       float32 array of shape (steps, n, out)
    every    int from 1 to steps
    lr       float, the learning rate; the momentum is 0.9
    returns  a dict of float32 arrays: "losses" of shape
             (steps,), each measured before its step;
             "average" and "last", for the kernel of
             hidden: the mean, and what the model holds at
             the end

The values are compared with the reference's. Besides, it
is checked that the Params are donated to the steps.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 6, rngs=rngs)
        self.out = nnx.Linear(6, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.hidden(x)))


def mean_error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit(donate_argnums=(0, 1))
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss


def train_and_average(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    every: int,
    lr: float,
) -> dict[str, jax.Array]:
    model = Net(xs.shape[-1], ys.shape[-1], rngs=nnx.Rngs(seed))
    tx = optax.sgd(lr, momentum=0.9)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses, kept = [], []
    for i, (x, y) in enumerate(zip(xs, ys, strict=True), 1):
        losses.append(step(model, optimizer, x, y))
        if i % every == 0:
            kept.append(nnx.as_pure(nnx.state(model, nnx.Param)))
    mean = jax.tree.map(lambda *ps: sum(ps) / len(ps), *kept)
    return {
        "losses": jnp.stack(losses),
        "average": mean["hidden"]["kernel"],
        "last": model.hidden.kernel[...],
    }
