# split into params and the rest; jax.value_and_grad; the new rest comes out as aux; SGD with jax.tree.map.
import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.inner = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.9, rngs=rngs)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.relu(self.norm(self.inner(x))))


def grad_bn_update(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def loss_fn(params, rest):
        net = nnx.merge(graphdef, params, nnx.as_pure(rest))
        error = net(x) - y
        return (error**2).mean(), (jnp.abs(error).max(), nnx.state(net, nnx.Not(nnx.Param)))

    @jax.jit
    def step(params, rest):
        (loss, (largest, rest)), grads = jax.value_and_grad(loss_fn, has_aux=True)(params, rest)
        return jax.tree.map(lambda p, g: p - lr * g, params, grads), rest, loss, largest

    losses, worst = [], []
    for _ in range(steps):
        params, rest, loss, largest = step(params, rest)
        losses.append(loss)
        worst.append(largest)
    model = nnx.merge(graphdef, params, rest)
    model.eval()
    return {
        "losses": jnp.stack(losses),
        "worst": jnp.stack(worst),
        "mean": model.norm.mean[...],
        "eval": model(x),
    }
