"""The identity forwards; backwards each row is shortened to length one and turned."""

import jax
import jax.numpy as jnp
from flax import nnx


@jax.custom_vjp
def turned(features: jax.Array, lam: float) -> jax.Array:
    return features


def turned_fwd(features: jax.Array, lam: float) -> tuple[jax.Array, float]:
    return features, lam


def turned_bwd(lam: float, grad: jax.Array) -> tuple[jax.Array, None]:
    lengths = jnp.linalg.norm(grad, axis=1, keepdims=True)
    return -lam * grad / jnp.maximum(1.0, lengths), None


turned.defvjp(turned_fwd, turned_bwd)


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.encoder = nnx.Linear(d, 3, rngs=rngs)
        self.label_head = nnx.Linear(3, 2, rngs=rngs)
        self.domain_head = nnx.Linear(3, 1, rngs=rngs)

    def __call__(self, x: jax.Array, lam: float) -> tuple[jax.Array, jax.Array]:
        features = jnp.tanh(self.encoder(x))
        label = self.label_head(features)
        return label, self.domain_head(turned(features, lam))


def custom_vjp(seed: int, x: jax.Array, y: jax.Array, z: jax.Array, lam: float) -> dict[str, jax.Array]:
    """The gradients of both losses, with the domain's turned around before the encoder."""
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
