"""An average that starts at zero

`train_classifier(seed, xs, labels, test, classes, lr,
decay)` trains an nnx.Linear, one step for each batch,
and after each step evaluates an average of its Params on
test rows. The symptom: the average soon chooses the right
classes, but its loss begins near log(classes) and falls
very slowly. With a decay nearer to 1 it is worse.

Mend the average. After t steps it should be a weighted
mean of the t sets of Params that there were after a step:

- the newest set has the weight 1, the one before it
  decay, the one before that decay squared, and so on; all
  weights are divided by their sum;
- the fresh Params have no part in it.

The training itself is right.

    seed     int
    xs       float32 array of shape (steps, n, in): a batch
             for each step
    labels   int32 array of shape (steps, n)
    test     a pair: float32 array of shape (m, in), and
             int32 array of shape (m,)
    classes  int, the number of classes
    lr       float, the learning rate
    decay    float, above 0 and below 1
    returns  a dict of float32 arrays: "losses", each loss
             before its step, and "averaged", the loss of
             the average on the test rows after each step,
             both of shape (steps,); "kernel", the kernel of
             the average at the end

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

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
