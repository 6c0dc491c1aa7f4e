# Mistake (subtle): three Linear objects that share their two Params: still an alias.
import jax.numpy as jnp
from flax import nnx


class Looped(nnx.Module):
    def __init__(self, d, *, rngs):
        self.first = nnx.Linear(d, d, rngs=rngs)
        self.second = nnx.Linear(d, d, rngs=rngs)
        self.third = nnx.Linear(d, d, rngs=rngs)
        for layer in (self.second, self.third):
            layer.kernel = self.first.kernel
            layer.bias = self.first.bias

    def __call__(self, x):
        for layer in (self.first, self.second, self.third):
            x = nnx.tanh(layer(x))
        return x


def shared_module(seed, x, y):
    model = Looped(x.shape[1], rngs=nnx.Rngs(seed))
    loss_fn = lambda model: jnp.mean((model(x) - y) ** 2)  # noqa: E731
    loss, grads = nnx.value_and_grad(loss_fn, graph=True, graph_updates=True)(model)
    return {"loss": loss, "kernel": grads.first.kernel[...], "bias": grads.first.bias[...]}
