"""nnx.custom_vjp of arrays, in its form without graphs."""

import jax.numpy as jnp
from flax import nnx

turned = nnx.custom_vjp(lambda features, lam: features, graph=False, graph_updates=False)


def bwd(lam, grad):
    lengths = jnp.linalg.norm(grad, axis=1, keepdims=True)
    return -lam * grad / jnp.maximum(1.0, lengths), jnp.zeros_like(lam)


turned.defvjp(lambda features, lam: (features, lam), bwd)


class Net(nnx.Module):
    def __init__(self, d, *, rngs):
        self.encoder = nnx.Linear(d, 3, rngs=rngs)
        self.label_head = nnx.Linear(3, 2, rngs=rngs)
        self.domain_head = nnx.Linear(3, 1, rngs=rngs)

    def __call__(self, x, lam):
        features = jnp.tanh(self.encoder(x))
        label = self.label_head(features)
        return label, self.domain_head(turned(features, lam))


def custom_vjp(seed, x, y, z, lam):
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))

    def both(model):
        label, domain = model(x, lam)
        return ((label - y) ** 2).sum() + ((domain - z) ** 2).sum()

    loss, grads = nnx.value_and_grad(both)(model)
    names = ("encoder", "label_head", "domain_head")
    return {name: getattr(grads, name).kernel[...] for name in names} | {"loss": loss}
