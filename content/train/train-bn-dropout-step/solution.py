"""A step that carries what is not trained, and an evaluation that has the same state under a different GraphDef."""

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
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)
    model.eval()
    quiet = nnx.graphdef(model)

    def mean_error(params: nnx.State, rest: nnx.State) -> tuple[jax.Array, nnx.State]:
        net = nnx.merge(graphdef, params, rest, copy=True)
        loss = jnp.mean((net(x) - y) ** 2)
        return loss, nnx.state(net, nnx.Not(nnx.Param))

    @jax.jit
    def step(params: nnx.State, rest: nnx.State) -> tuple[nnx.State, nnx.State, jax.Array]:
        (loss, rest), grads = jax.value_and_grad(mean_error, has_aux=True)(params, rest)
        params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
        return params, rest, loss

    @jax.jit
    def evaluate(params: nnx.State, rest: nnx.State) -> jax.Array:
        net = nnx.merge(quiet, params, rest)
        return jnp.mean((net(x) - y) ** 2)

    losses, evals = [], []
    for _ in range(steps):
        params, rest, loss = step(params, rest)
        losses.append(loss)
        evals.append(evaluate(params, rest))
    norm = nnx.merge(graphdef, params, rest).norm
    return {"losses": jnp.stack(losses), "evals": jnp.stack(evals), "mean": norm.mean[...], "var": norm.var[...]}
