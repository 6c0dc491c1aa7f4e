"""The test rows that were seen

`train_and_test(seed, train, test, lr, steps)` brings the
inputs to mean 0 and standard deviation 1, trains an
nnx.Linear, and measures it on the test set. The symptom:
with other rows in the test set, the trained kernel
changes. Of what a test set holds, a trained model can
know nothing.

Mend it. Each column of the inputs is still brought to
mean 0 and standard deviation 1 on the rows that train.
The test rows have to reach the model in the same units
as those.

    seed     int
    train    a pair (x, y): float32 arrays of shape
             (n, in) and (n, out)
    test     another such pair, with m rows
    lr       float, the learning rate
    steps    int, 1 or more; each step takes all rows
    returns  a dict: "kernel", what the kernel holds after
             the last step; "losses", float32 of shape
             (steps,), each measured on the training rows
             before its step; "test", the loss on the test
             rows after the last step

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx

Pair = tuple[jax.Array, jax.Array]


def standardised(x: jax.Array) -> jax.Array:
    return (x - x.mean(axis=0)) / x.std(axis=0)


def mean_error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
def step(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
    lr: float,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    model.kernel[...] -= lr * grads.kernel[...]
    model.bias[...] -= lr * grads.bias[...]
    return loss


def train_and_test(
    seed: int,
    train: Pair,
    test: Pair,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    (x, y), (x_test, y_test) = train, test
    both = standardised(jnp.concatenate([x, x_test]))
    x, x_test = both[: len(x)], both[len(x) :]
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    losses = [step(model, x, y, lr) for _ in range(steps)]
    return {
        "kernel": model.kernel[...],
        "losses": jnp.stack(losses),
        "test": mean_error(model, x_test, y_test),
    }
