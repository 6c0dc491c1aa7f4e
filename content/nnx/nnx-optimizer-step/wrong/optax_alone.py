"""The losses are right, and no `nnx.Optimizer` was built: the arrays of the rule are carried around by hand.
`nnx.Optimizer` holds them, counts the steps, and writes into the model."""

# fact: has not nnx.Optimizer

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def train_momentum(seed, xs, ys, hidden, lr):
    rngs = nnx.Rngs(seed)
    model = nnx.Sequential(
        nnx.Linear(xs.shape[-1], hidden, rngs=rngs),
        nnx.relu,
        nnx.Linear(hidden, ys.shape[-1], rngs=rngs),
    )
    graphdef, params = nnx.split(model)
    rule = optax.sgd(lr, momentum=0.9)
    memory = rule.init(params)

    @jax.jit
    def step(params, memory, x, y):
        loss, grads = jax.value_and_grad(lambda p: jnp.mean((nnx.merge(graphdef, p)(x) - y) ** 2))(params)
        updates, memory = rule.update(grads, memory)
        return optax.apply_updates(params, updates), memory, loss

    losses = []
    for x, y in zip(xs, ys, strict=True):
        params, memory, loss = step(params, memory, x, y)
        losses.append(loss)
    return {"losses": jnp.stack(losses), "steps": jnp.uint32(len(losses))}
