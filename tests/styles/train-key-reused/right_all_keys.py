"""All keys at once."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d, 16, rngs=rngs)
        self.out = nnx.Linear(16, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.hidden(x)))


def key_reused(
    seed: int,
    x: jax.Array,
    fresh: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.Param)

    def mean_error(model: Net, noise: jax.Array) -> jax.Array:
        return jnp.mean((model(x + noise) - x) ** 2)

    @nnx.jit
    def step(model: Net, optimizer: nnx.Optimizer, key: jax.Array) -> jax.Array:
        noise = jax.random.normal(key, x.shape)
        loss, grads = nnx.value_and_grad(mean_error)(model, noise)
        optimizer.update(model, grads)
        return loss

    @nnx.jit
    def test(model: Net) -> jax.Array:
        return mean_error(model, fresh)

    keys = [jax.random.fold_in(jax.random.key(seed), i) for i in range(steps)]
    losses, tests = [], []
    for key in keys:
        losses.append(step(model, optimizer, key))
        tests.append(test(model))
    return {"losses": jnp.stack(losses), "tests": jnp.stack(tests)}
