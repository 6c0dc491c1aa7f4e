"""A gradient of your own

A network should tell digits apart, and not learn from which camera
they come. So a domain head guesses the camera, and the gradient of
its loss is turned around on the way to the encoder. Net and
`custom_vjp(seed, x, y, z, lam)` are given. Write `turned`:

    forwards   turned(features, lam) is features
    backwards  each row g of the arriving gradient becomes
               -lam * g / max(1, length of g), where the length
               is the root of the sum of its squares: a row is
               turned, and one that is longer than 1 is shortened
               to length 1 first

    seed     int
    x        float32 array of shape (rows, d)
    y        float32 array of shape (rows, 2)
    z        float32 array of shape (rows, 1)
    lam      float
    returns  a dict of gradients of the sum of both losses, for
             the kernels of "encoder" (d, 3), "label_head" (3, 2)
             and "domain_head" (3, 1); and the "loss"

The values are compared with the reference's. The gradients of both
heads are the ordinary ones.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def turned(features: jax.Array, lam: float) -> jax.Array:
    raise NotImplementedError("a rule for the way back")


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.encoder = nnx.Linear(d, 3, rngs=rngs)
        self.label_head = nnx.Linear(3, 2, rngs=rngs)
        self.domain_head = nnx.Linear(3, 1, rngs=rngs)

    def __call__(self, x: jax.Array, lam: float):
        features = jnp.tanh(self.encoder(x))
        label = self.label_head(features)
        return label, self.domain_head(turned(features, lam))


def custom_vjp(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    z: jax.Array,
    lam: float,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))

    def both(model: Net) -> jax.Array:
        label, domain = model(x, lam)
        return ((label - y) ** 2).sum() + ((domain - z) ** 2).sum()

    loss, grads = nnx.value_and_grad(both)(model)
    return {
        "encoder": grads.encoder.kernel[...],
        "label_head": grads.label_head.kernel[...],
        "domain_head": grads.domain_head.kernel[...],
        "loss": loss,
    }
