"""One layer used several times

`shared_module(seed, x, y)` takes the gradient of a loss for a
model that applies ONE layer three times. The symptoms:

- the gradient is that of the first use only;
- nnx.split(model, graph=False), which is how tree mode splits,
  raises an error.

Mend it. The layer stays one layer: an nnx.Linear from d to d,
applied three times, each time with nnx.tanh after it.

    seed     int
    x        float32 array of shape (n, d)
    y        float32 array of shape (n, d)
    returns  a dict: "loss", the mean of (model(x) - y) ** 2,
             float32 of shape (); "kernel", its gradient with
             respect to the kernel of the layer, (d, d); "bias",
             that with respect to its bias, (d,)

The values are compared with the reference's. Besides, it is
checked that in each module that your function builds every
Variable is reached by one path; and that the largest of them
holds d * d + d numbers in its Params.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Looped(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.first = nnx.Linear(d, d, rngs=rngs)
        self.second = self.first
        self.third = self.first

    def __call__(self, x: jax.Array) -> jax.Array:
        x = nnx.tanh(self.first(x))
        x = nnx.tanh(self.second(x))
        return nnx.tanh(self.third(x))


def shared_module(
    seed: int,
    x: jax.Array,
    y: jax.Array,
) -> dict[str, jax.Array]:
    model = Looped(x.shape[1], rngs=nnx.Rngs(seed))

    def mean_error(model: Looped) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = jax.value_and_grad(mean_error)(model)
    return {
        "loss": loss,
        "kernel": grads.first.kernel[...],
        "bias": grads.first.bias[...],
    }
