"""A loss that lies

`key_reused(seed, x, fresh, lr, steps)` trains a network to
remove noise: it sees rows of x with noise added, and should
say what they were without. In each step the noise is new;
so it is meant. After each step the network is tested with
noise that it has not seen, fresh.

The symptom: the loss of the training falls nearly to zero.
The loss of the test falls at first, then it rises again,
and it ends far above. Less training hides that. Find the
cause, and mend it.

- The noise comes from the stream `noise` of
  nnx.Rngs(noise=seed), one draw of the shape of x for each
  step. The first step below has the right one.
- Model, loss, optimizer and test are right. step stays
  compiled, and is traced once in a call of key_reused.

    seed     int
    x        float32 array of shape (n, d)
    fresh    float32 array of shape (n, d), the noise of
             the test
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict of float32 arrays of shape (steps,):
             "losses", each from before its step; "tests",
             each from after its step

The values are compared with the reference's. Besides, it is
checked that one trace does for all steps: step goes through
nnx.jit or jax.jit, and is not traced again.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

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
    def step(model: Net, optimizer: nnx.Optimizer) -> jax.Array:
        rngs = nnx.Rngs(noise=seed)
        noise = rngs.noise.normal(x.shape)
        loss, grads = nnx.value_and_grad(mean_error)(model, noise)
        optimizer.update(model, grads)
        return loss

    @nnx.jit
    def test(model: Net) -> jax.Array:
        return mean_error(model, fresh)

    losses, tests = [], []
    for _ in range(steps):
        losses.append(step(model, optimizer))
        tests.append(test(model))
    return {"losses": jnp.stack(losses), "tests": jnp.stack(tests)}
