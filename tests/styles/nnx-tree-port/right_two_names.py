# two attributes in place of a list; optax by hand, no nnx.Optimizer
import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.first = nnx.Linear(d, 8, rngs=rngs)
        self.second = nnx.Linear(8, out, rngs=rngs)
        self.dropout = nnx.Dropout(0.25, rngs=rngs)
        self.calls = nnx.Variable(jnp.zeros((), jnp.int32))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.calls[...] += 1
        h = nnx.relu(self.first(x))
        self.sow(nnx.Intermediate, "hidden", h)
        return self.second(self.dropout(h))


@nnx.jit
def train_step(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)
    tx = optax.sgd(0.1)

    def mean_error(params, rest):
        out, seen = nnx.capture(nnx.merge(graphdef, params, rest), nnx.Intermediate)(x)
        return jnp.mean((out - y) ** 2), jnp.concatenate(seen["hidden"].get_value()).mean()

    (loss, hidden), grads = nnx.value_and_grad(mean_error, has_aux=True)(params, rest)
    updates, _ = tx.update(grads, tx.init(params))
    nnx.update(model, optax.apply_updates(params, updates))
    return loss, hidden


def tree_port(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    steps: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], y.shape[1], rngs=rngs)
    losses, hidden = [], []
    for _ in range(steps):
        loss, active = train_step(model, x, y)
        losses.append(loss)
        hidden.append(active)
    return {
        "losses": jnp.stack(losses),
        "hidden": jnp.stack(hidden),
        "kernel": model.first.kernel[...],
        "calls": model.calls[...],
    }
