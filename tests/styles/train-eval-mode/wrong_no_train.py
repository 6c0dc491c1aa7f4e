"""The model stays in eval mode."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 5, rngs=rngs)
        self.norm = nnx.BatchNorm(5, momentum=0.8, rngs=rngs)
        self.drop = nnx.Dropout(0.3, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(nnx.relu(self.norm(self.linear(x))))


class Net(nnx.Module):
    def __init__(self, d: int, d_out: int, *, rngs: nnx.Rngs):
        self.one = Block(d, rngs=rngs)
        self.two = Block(5, rngs=rngs)
        self.out = nnx.Linear(5, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(self.two(self.one(x)))


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def mean_error(params):
        net = nnx.merge(graphdef, params, rest, copy=True)
        loss = jnp.mean((net(x) - y) ** 2)
        return loss, nnx.state(net, nnx.Not(nnx.Param))

    gradient = jax.value_and_grad(mean_error, has_aux=True)
    (loss, moved), grads = gradient(params)
    nnx.update(model, moved)
    optimizer.update(model, grads)
    return loss


@nnx.jit
def evaluate(model: Net, x: jax.Array, y: jax.Array) -> jax.Array:
    return jnp.mean((model(x) - y) ** 2)


def eval_mode(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    x_test: jax.Array,
    y_test: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses, evals = [], []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, y))
        model.eval()
        evals.append(evaluate(model, x_test, y_test))
    norms = model.one.norm, model.two.norm
    return {
        "losses": jnp.stack(losses),
        "evals": jnp.stack(evals),
        "means": jnp.stack([norm.mean[...] for norm in norms]),
    }
