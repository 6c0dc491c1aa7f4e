"""Direction and length

The wrapper WeightNorm only passes the call on so far. Extend
it: each output feature gets a length of its own that is
learned apart from the direction of its weights, the column
of the kernel.

    scale   a new nnx.Param of shape (features,): the
            lengths. The layer's kernel gives the directions,
            whatever the lengths of its columns.

Wrapping must not change the layer: "before" is what the bare
nnx.Linear would give. The bias is as it was, and the kernel
that the layer holds is not rescaled.

weight_norm(seed, x, y, lr) is given. It measures the output,
makes one step of training, and measures again.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, features)
    lr       float, the learning rate of the step
    returns  a dict: "before" and "after", float32 of shape
             (n, features), the outputs before and after a
             step of all Params against the gradients of the
             mean of (model(x) - y) ** 2

The values are compared with the reference's. Besides, it is
checked that scale is an nnx.Param of shape (features,).

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class WeightNorm(nnx.Module):
    def __init__(self, layer: nnx.Linear):
        self.layer = layer

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.layer(x)


def weight_norm(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    layer = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    model = WeightNorm(layer)
    before = model(x)
    graphdef, params, rest = nnx.split(
        model,
        nnx.Param,
        ...,
    )

    def loss(params):
        model = nnx.merge(graphdef, params, rest)
        return jnp.mean((model(x) - y) ** 2)

    grads = jax.grad(loss)(params)
    params = jax.tree.map(
        lambda p, g: p - lr * g,
        params,
        grads,
    )
    model = nnx.merge(graphdef, params, rest)
    return {"before": before, "after": model(x)}
