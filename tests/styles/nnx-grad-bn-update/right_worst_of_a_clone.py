# A clone is called for the worst error, so that the averages of the model move once.
import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.inner = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.9, rngs=rngs)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.relu(self.norm(self.inner(x))))


def loss_fn(model, x, y):
    return jnp.mean((model(x) - y) ** 2)


@nnx.jit
def step(model, optimizer, x, y):
    worst = jnp.abs(nnx.clone(model)(x) - y).max()
    loss, grads = nnx.value_and_grad(loss_fn)(model, x, y)
    optimizer.update(model, grads)
    return loss, worst


def grad_bn_update(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses, worst = [], []
    for _ in range(steps):
        loss, largest = step(model, optimizer, x, y)
        losses.append(loss)
        worst.append(largest)
    model.eval()
    return {
        "losses": jnp.stack(losses),
        "worst": jnp.stack(worst),
        "mean": model.norm.mean[...],
        "eval": model(x),
    }
