import jax
import jax.numpy as jnp
import optax
from flax import nnx


def mean_error(
    model: nnx.Linear,
    x: jax.Array,
    labels: jax.Array,
) -> jax.Array:
    of = optax.softmax_cross_entropy_with_integer_labels
    return of(model(x), labels).mean()


def train_classifier(
    seed: int,
    xs: jax.Array,
    labels: jax.Array,
    test: tuple[jax.Array, jax.Array],
    classes: int,
    lr: float,
    decay: float,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    model = nnx.Linear(xs.shape[-1], classes, rngs=rngs)
    graphdef, params = nnx.split(model)

    def loss_of(params, x, y):
        return mean_error(nnx.merge(graphdef, params), x, y)

    def one(carry, batch):
        params, total, weight = carry
        loss, grads = jax.value_and_grad(loss_of)(params, *batch)
        params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
        total = jax.tree.map(lambda a, p: decay * a + (1 - decay) * p, total, params)
        weight = decay * weight + (1 - decay)
        return (params, total, weight), (loss, loss_of(jax.tree.map(lambda a: a / weight, total), *test))

    zeros = jax.tree.map(jnp.zeros_like, params)
    (_, total, weight), (losses, averaged) = jax.lax.scan(one, (params, zeros, jnp.zeros(())), (xs, labels))
    return {
        "losses": losses,
        "averaged": averaged,
        "kernel": nnx.merge(graphdef, total).kernel[...] / weight,
    }
