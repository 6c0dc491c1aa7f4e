"""`scale` multiplies all that the layer gives, its bias as well. The bias is zero before the step, so nothing shows
there. The lengths belong to the kernel alone: multiply first, and add the bias afterwards."""

# fact: has self.layer(_)
# fact: has not self.layer.bias

import jax
import jax.numpy as jnp
from flax import nnx


class WeightNorm(nnx.Module):
    def __init__(self, layer: nnx.Linear):
        self.layer = layer
        self.scale = nnx.Param(jnp.linalg.norm(layer.kernel[...], axis=0))

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.layer(x) * self.scale / jnp.linalg.norm(self.layer.kernel[...], axis=0)


def weight_norm(seed: int, x: jax.Array, y: jax.Array, lr: float) -> dict[str, jax.Array]:
    rngs = nnx.Rngs(seed)
    layer = nnx.Linear(x.shape[1], y.shape[1], rngs=rngs)
    model = WeightNorm(layer)
    before = model(x)
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def loss(params):
        model = nnx.merge(graphdef, params, rest)
        return jnp.mean((model(x) - y) ** 2)

    grads = jax.grad(loss)(params)
    params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
    model = nnx.merge(graphdef, params, rest)
    return {"before": before, "after": model(x)}
