"""You replace `nan` in the gradients. Each of them is a sum over the rows, so what you replace is the
sum, with the good rows in it: a column of `y` with a gap is not trained at all."""

# fact: has jnp.nan_to_num(...)
# fact: has nnx.value_and_grad

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
    model.kernel[...] -= lr * jnp.nan_to_num(grads.kernel[...])
    model.bias[...] -= lr * jnp.nan_to_num(grads.bias[...])
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
