"""The exit comes after the second layer."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, classes: int, *, rngs: nnx.Rngs):
        self.low = nnx.Linear(d_in, 8, rngs=rngs)
        self.high = nnx.Linear(8, 8, rngs=rngs)
        self.head = nnx.Linear(8, classes, rngs=rngs)
        self.quick = nnx.Linear(8, classes, rngs=rngs)

    def __call__(self, x: jax.Array) -> tuple[jax.Array, jax.Array]:
        h = nnx.tanh(self.low(x))
        h = nnx.tanh(self.high(h))
        return self.head(h), self.quick(jax.lax.stop_gradient(h))


def both_errors(
    model: Net,
    x: jax.Array,
    labels: jax.Array,
) -> tuple[jax.Array, tuple[jax.Array, jax.Array]]:
    logits, early = model(x)
    of_label = optax.softmax_cross_entropy_with_integer_labels
    loss = of_label(logits, labels).mean()
    target = nnx.softmax(jax.lax.stop_gradient(logits))
    quick = optax.softmax_cross_entropy(early, target).mean()
    return loss + quick, (loss, quick)


@nnx.jit
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    labels: jax.Array,
) -> tuple[jax.Array, jax.Array]:
    grad_of = nnx.value_and_grad(both_errors, has_aux=True)
    (_, losses), grads = grad_of(model, x, labels)
    optimizer.update(model, grads)
    return losses


def quick_exit(
    seed: int,
    x: jax.Array,
    labels: jax.Array,
    classes: int,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], classes, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, labels))
    of_head, of_quick = zip(*losses, strict=True)
    return {
        "losses": jnp.stack(of_head),
        "quick": jnp.stack(of_quick),
        "params": nnx.to_pure_dict(nnx.state(model, nnx.Param)),
    }
