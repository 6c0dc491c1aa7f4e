import jax
import jax.numpy as jnp
from flax import nnx

Pair = tuple[jax.Array, jax.Array]


def standardised(x, known):
    return (x - known.mean(axis=0)) / known.std(axis=0, ddof=1)


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
    x, x_test = standardised(x, x), standardised(x_test, x)
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    losses = [step(model, x, y, lr) for _ in range(steps)]
    return {
        "kernel": model.kernel[...],
        "losses": jnp.stack(losses),
        "test": mean_error(model, x_test, y_test),
    }
