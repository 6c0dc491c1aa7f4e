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
    fine = ~jnp.isnan(grads.kernel[...]).any()
    model.kernel[...] = jnp.where(fine, model.kernel[...] - lr * grads.kernel[...], model.kernel[...])
    model.bias[...] = jnp.where(fine, model.bias[...] - lr * grads.bias[...], model.bias[...])
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
