"""A branch that starts at zero

surgery_zero(seed, x, y, depth, lr, steps) adds a block to a
tower of residual blocks, silences it, and trains. The output
before training is right: that of the tower without its last
block. But the kernels of that block never move, however long
the training is. Find out why, and repair it:

- before the first step, the output is still what the tower
  gives without its last block;
- in training, BOTH kernels of the last block learn;
- no more Params are changed before training than that needs.
  All others keep what they were drawn with.

seed     int
x        float32 array of shape (n, d)
y        float32 array of shape (n, d): the targets
depth    int, 1 or more: the number of blocks
lr       float, the learning rate
steps    int, 2 or more
returns  a dict: "before", the output before training;
         "losses", of shape (steps,); "up" and "down", the
         kernels of the last block after training

Block, Tower, the optimizer and the loss are right as they
are. The values are compared with the reference's.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx

DRAWN = nnx.initializers.normal(0.3)


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.up = nnx.Linear(d, 2 * d, bias_init=DRAWN, rngs=rngs)
        self.down = nnx.Linear(2 * d, d, bias_init=DRAWN, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return x + self.down(nnx.relu(self.up(x)))


class Tower(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        self.blocks = nnx.List([Block(d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in self.blocks:
            x = block(x)
        return x


@nnx.jit
def train_step(model, optimizer, x, y):
    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(model)
    optimizer.update(model, grads)
    return loss


def surgery_zero(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    depth: int,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    model = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    last = model.blocks[-1]
    # Make the new block silent.
    for layer in (last.up, last.down):
        layer.kernel[...] = jnp.zeros_like(layer.kernel)
        layer.bias[...] = jnp.zeros_like(layer.bias)

    before = model(x)
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return {
        "before": before,
        "losses": jnp.stack(losses),
        "up": last.up.kernel[...],
        "down": last.down.kernel[...],
    }
