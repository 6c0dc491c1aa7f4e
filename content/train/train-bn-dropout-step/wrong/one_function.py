"""`step` does both, and takes the mode from the model: it is traced once for each mode. Let `evaluate` be a function of its own."""

# fact: has not def evaluate

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 6, rngs=rngs)
        self.norm = nnx.BatchNorm(6, momentum=0.8, rngs=rngs)
        self.drop = nnx.Dropout(0.25, rngs=rngs)
        self.out = nnx.Linear(6, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(self.drop(nnx.relu(self.norm(self.hidden(x)))))


def bn_dropout_step(seed: int, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, jax.Array]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))

    @nnx.jit
    def step(model: Net) -> jax.Array:
        def mean_error(model: Net) -> jax.Array:
            return jnp.mean((model(x) - y) ** 2)

        loss, grads = nnx.value_and_grad(mean_error)(model)
        if model.drop.deterministic:
            return loss
        params = nnx.state(model, nnx.Param)
        nnx.update(model, jax.tree.map(lambda p, g: p - lr * g, params, nnx.state(grads, nnx.Param)))
        return loss

    losses, evals = [], []
    for _ in range(steps):
        model.train()
        losses.append(step(model))
        model.eval()
        evals.append(step(model))
    norm = model.norm
    return {"losses": jnp.stack(losses), "evals": jnp.stack(evals), "mean": norm.mean[...], "var": norm.var[...]}
