"""All steps in one scan."""

import jax
import optax
from flax import nnx


def classify(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    classes: int,
    grid: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    """The losses before each step, the accuracy after the last one, and the probabilities on the grid."""
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(
        nnx.Linear(x.shape[1], 8, rngs=rngs),
        nnx.relu,
        nnx.Linear(8, classes, rngs=rngs),
    )
    optimizer = nnx.Optimizer(model, optax.sgd(lr, momentum=0.9), wrt=nnx.Param)

    def mean_loss(model: nnx.Sequential) -> jax.Array:
        return optax.softmax_cross_entropy_with_integer_labels(model(x), y).mean()

    graphdef, state = nnx.split((model, optimizer))

    def step(state: nnx.State, _: None) -> tuple[nnx.State, jax.Array]:
        model, optimizer = nnx.merge(graphdef, state, copy=True)
        loss, grads = nnx.value_and_grad(mean_loss)(model)
        optimizer.update(model, grads)
        return nnx.state((model, optimizer)), loss

    state, losses = jax.lax.scan(step, state, length=steps)
    model, _ = nnx.merge(graphdef, state)
    accuracy = (model(x).argmax(-1) == y).mean()
    return {"losses": losses, "accuracy": accuracy, "map": nnx.softmax(model(grid))}
