"""A Linen encoder in an NNX model

The code below trains a Net, a head alone, on x and y.
That works. Extend `to_nnx_dense(variables, x, y, lr,
steps)` by the Linen Encoder, for which another program
has trained variables:

1. Net gets an attribute `encoder`, the Encoder as a part
   of the NNX model, with the trained params. The head
   then sees what the encoder makes of x, four numbers
   for each row. It starts with zeros, as below.
2. All params are trained, those of the encoder as well,
   with train_step and optax.sgd(lr, momentum=0.9).
3. In the end the encoder's params go back: as a dict of
   plain arrays with which Encoder().apply works.

    variables  what Encoder().init returns, trained
               since: a dict of dicts of float32 arrays
    x          float32 array of shape (n, d); n may be 1
    y          float32 array of shape (n, out)
    lr         float, the learning rate
    steps      int, 1 or more
    returns    a dict: "losses", each from before its
               step, float32 of shape (steps,); and
               "variables", the encoder's, in the same
               form as those that came in, after all
               steps

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx


class Encoder(nn.Module):
    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        x = nn.tanh(nn.Dense(6)(x))
        return nn.tanh(nn.Dense(4)(x))


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        zeros = nnx.initializers.zeros
        self.head = nnx.Linear(d, out, kernel_init=zeros, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(x)


@nnx.jit
def train_step(
    net: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    graphdef, params, rest = nnx.split(net, nnx.Param, ...)

    def mean_error(params):
        model = nnx.merge(graphdef, params, rest, copy=True)
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = jax.value_and_grad(mean_error)(params)
    optimizer.update(net, grads)
    return loss


def to_nnx_dense(
    variables: dict[str, Any],
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    net = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(0))
    tx = optax.sgd(lr, momentum=0.9)
    optimizer = nnx.Optimizer(net, tx, wrt=nnx.Param)
    losses = [train_step(net, optimizer, x, y) for _ in range(steps)]
    # The encoder is missing, and so are its variables.
    return {"losses": jnp.stack(losses)}
