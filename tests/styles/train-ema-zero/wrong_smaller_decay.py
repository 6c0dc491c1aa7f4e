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
    decay = 0.5 * decay
    losses, averaged = [], []
    for batch in zip(xs, labels, strict=True):
        losses.append(step(model, optimizer, *batch))
        now = nnx.as_pure(nnx.state(model))
        average = jax.tree.map(
            lambda a, p: decay * a + (1 - decay) * p,
            average,
            now,
        )
        mean = nnx.merge(graphdef, average)
        averaged.append(evaluate(mean, *test))
    return {
        "losses": jnp.stack(losses),
        "averaged": jnp.stack(averaged),
        "kernel": mean.kernel[...],
    }
