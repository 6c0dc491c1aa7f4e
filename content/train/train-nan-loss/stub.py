"""The loss is nan

`train_with_gaps(seed, x, y, lr, steps)` trains an
nnx.Linear by plain gradient descent. Some entries of y
are unknown, and hold nan. The loss is the mean of the
squared errors over the known entries alone. The symptom:
the first loss is right, and all others are nan.

Mend it. Each known entry counts, also one that stands
beside an unknown one in its row; no unknown one does.

    seed     int
    x        float32 array of shape (n, in), without gaps
    y        float32 array of shape (n, out); unknown
             entries are nan, and at least one is known
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "kernel" and
             "bias", what the Params of the layer hold
             after the last step

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def masked_error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    known = ~jnp.isnan(y)
    squares = (model(x) - y) ** 2
    kept = jnp.where(known, squares, 0.0)
    return kept.sum() / known.sum()


@nnx.jit
def step(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
    lr: float,
) -> jax.Array:
    grad_of = nnx.value_and_grad(masked_error)
    loss, grads = grad_of(model, x, y)
    model.kernel[...] -= lr * grads.kernel[...]
    model.bias[...] -= lr * grads.bias[...]
    return loss


def train_with_gaps(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    losses = [step(model, x, y, lr) for _ in range(steps)]
    return {
        "losses": jnp.stack(losses),
        "kernel": model.kernel[...],
        "bias": model.bias[...],
    }
