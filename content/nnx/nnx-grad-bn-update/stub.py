"""Gradients and state in one pass

Port this PyTorch function. Net is ported already; its
BatchNorm has momentum=0.9, which is PyTorch's 0.1.

    def train(net, x, y, lr, steps):
        optimizer = torch.optim.SGD(
            net.parameters(), lr=lr)
        losses, worst = [], []
        for _ in range(steps):
            error = net(x) - y  # the averages move, once
            loss = (error**2).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
            worst.append(error.detach().abs().max())
        net.eval()
        return (losses, worst,
                net.norm.running_mean, net(x))

`grad_bn_update(seed, x, y, lr, steps)` builds Net with
nnx.Rngs(seed) and trains it so. As there, the averages
move ONCE in each step. (PyTorch's running variance
divides by n - 1; keep that of Flax.)

    seed     int
    x        float32 array of shape (n, d)
    y        float32 array of shape (n, 1)
    lr       float
    steps    int, 1 or more
    returns  a dict of float32 arrays: "losses" and
             "worst" of shape (steps,); "mean", what
             norm.mean holds at the end; and "eval", the
             output for x in eval mode after the last step

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.inner = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.BatchNorm(4, momentum=0.9, rngs=rngs)
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.relu(self.norm(self.inner(x))))


def grad_bn_update(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    raise NotImplementedError("build Net, and train it")
