import jax
import jax.numpy as jnp
from flax import nnx


def masked_error(
    model: nnx.Linear,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    known = ~jnp.isnan(y)
    squares = (model(x) - jnp.where(known, y, 0.0)) ** 2
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
    graphdef, params = nnx.split(model)

    def one(params, _):
        loss, grads = jax.value_and_grad(lambda p: masked_error(nnx.merge(graphdef, p), x, y))(params)
        return jax.tree.map(lambda p, g: p - lr * g, params, grads), loss

    params, losses = jax.lax.scan(one, params, length=steps)
    model = nnx.merge(graphdef, params)
    return {
        "losses": losses,
        "kernel": model.kernel[...],
        "bias": model.bias[...],
    }
