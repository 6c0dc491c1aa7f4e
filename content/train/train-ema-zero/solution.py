"""The sum goes on as it was; what is evaluated is that sum, divided by the weights that are in it."""

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


def divided(tree: nnx.State, by: float) -> nnx.State:
    return jax.tree.map(lambda a: a / by, tree)


@nnx.jit
def step(
    model: nnx.Linear,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    labels: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, labels)
    optimizer.update(model, grads)
    return loss


evaluate = nnx.jit(mean_error)


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
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    graphdef, params = nnx.split(model)
    average = jax.tree.map(jnp.zeros_like, nnx.as_pure(params))
    losses, averaged = [], []
    for t, batch in enumerate(zip(xs, labels, strict=True), 1):
        losses.append(step(model, optimizer, *batch))
        now = nnx.as_pure(nnx.state(model))
        average = jax.tree.map(
            lambda a, p: decay * a + (1 - decay) * p,
            average,
            now,
        )
        corrected = divided(average, 1 - decay**t)
        mean = nnx.merge(graphdef, corrected)
        averaged.append(evaluate(mean, *test))
    return {
        "losses": jnp.stack(losses),
        "averaged": jnp.stack(averaged),
        "kernel": mean.kernel[...],
    }
