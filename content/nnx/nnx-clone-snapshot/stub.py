"""A snapshot that stays put

`clone_snapshot(seed, x, y, lr, k, rounds)` trains a layer in
rounds. At the start of a round it keeps the Params, the
SLOW ones. Then it takes k steps. Then it steps back half
way: the model goes on with the mean of the slow Params
and those after the k steps. (This is Lookahead. It stays
stable with a larger learning rate than the plain steps.)

In the first case lr is so large that the plain steps make
the loss grow. With the steps back it should fall. But it
grows just as it did: the steps back change nothing. Find
out why, and mend it.

The step itself is right. How you keep the slow Params is
up to you.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out)
    lr       float, the learning rate
    k        int, 1 or more: the steps of a round
    rounds   int, 1 or more
    returns  a dict of float32 arrays: "losses" of shape
             (rounds,), each measured at the end of its
             round, after the step back; and "kernel" and
             "bias", what the model holds at the end

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return jnp.mean((model(x) - y) ** 2)


@nnx.jit
def step(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
    lr: float,
) -> None:
    grads = nnx.grad(error)(model, x, y)
    model.kernel[...] -= lr * grads.kernel[...]
    model.bias[...] -= lr * grads.bias[...]


def clone_snapshot(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    k: int,
    rounds: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    losses = []
    for _ in range(rounds):
        slow = nnx.state(model, nnx.Param)
        for _ in range(k):
            step(model, x, y, lr)
        fast = nnx.state(model, nnx.Param)
        mean = jax.tree.map(lambda s, f: 0.5 * (s + f), slow, fast)
        nnx.update(model, mean)
        losses.append(error(model, x, y))
    return {
        "losses": jnp.stack(losses),
        "kernel": model.kernel[...],
        "bias": model.bias[...],
    }
