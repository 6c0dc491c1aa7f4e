"""Train the adapters

lora_train(base, seed, x, y, rank, lr, steps) fine-tunes a
trained layer, and that works: all Params of base are trained.
But base serves other tasks as well, and must stay as it is.
Extend the function so that it trains a LoRA adapter:

- the model is an nnx.LoRA of rank rank around base ITSELF, with
  its matrices drawn from nnx.Rngs(seed);
- only the adapter's two matrices are trained, with
  optax.adam(lr), for steps steps;
- base holds at the end what it held before. It is not copied.

base     a trained nnx.Linear
seed     int
x        float32 array of shape (n, in)
y        float32 array of shape (n, out): the targets
rank     int, 1 or more
lr       float, the learning rate
steps    int, 2 or more
returns  a dict: "losses", float32 of shape (steps,); "model",
         the trained nnx.LoRA

Checked, besides the values: the kernel of base is the very
Param that is in the returned model; and each nnx.Optimizer
that you build keeps running means for the two matrices only.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


@nnx.jit
def train_step(model, optimizer, x, y):
    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(model)
    optimizer.update(model, grads)
    return loss


def lora_train(
    base: nnx.Linear,
    seed: int,
    x: jax.Array,
    y: jax.Array,
    rank: int,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    # The whole layer is trained.
    model = base
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.Param)
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return {
        "losses": jnp.stack(losses),
        "model": model,
    }
