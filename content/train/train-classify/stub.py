"""Logits, not probabilities

Port this PyTorch program to classify(seed, x, y, classes,
grid, lr, steps). The model is ported already. Nothing in
it, and nothing before the loss, makes probabilities.

    net = Sequential(Linear(d, 8), ReLU(),
                     Linear(8, classes))
    optimizer = torch.optim.SGD(net.parameters(), lr=lr,
                                momentum=0.9)
    loss_of = torch.nn.CrossEntropyLoss()
    losses = []
    for _ in range(steps):
        loss = loss_of(net(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    right = net(x).argmax(dim=1) == y
    return (losses, right.float().mean(),
            net(grid).softmax(dim=1))

One of the cases has logits that are hundreds apart. Its
loss is large, and it is finite.

    seed     int
    x        float32 array of shape (n, d)
    y        int32 array of shape (n,): classes from 0
    classes  int, 2 or more: how many there are
    grid     float32 array of shape (points, d)
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict of float32 arrays: "losses" of shape
             (steps,), each measured before its step;
             "accuracy", of shape (), after the last step;
             "map", the probabilities of all classes at
             each point of grid, after the last step

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


def classify(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    classes: int,
    grid: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    nnx.Sequential(
        nnx.Linear(x.shape[1], 8, rngs=rngs),
        nnx.relu,
        nnx.Linear(8, classes, rngs=rngs),
    )
    raise NotImplementedError("optimizer, loop and report")
