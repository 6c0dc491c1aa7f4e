# Mistake: three layers with the same numbers, and the gradients added up: the values are right, the model is not.
import jax.numpy as jnp
from flax import nnx


class Looped(nnx.Module):
    def __init__(self, d, *, seed):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=nnx.Rngs(seed)) for _ in range(3)])

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.tanh(layer(x))
        return x


def shared_module(seed, x, y):
    model = Looped(x.shape[1], seed=seed)
    loss, grads = nnx.value_and_grad(lambda model: jnp.mean((model(x) - y) ** 2))(model)
    return {
        "loss": loss,
        "kernel": sum(grads.layers[i].kernel[...] for i in range(3)),
        "bias": sum(grads.layers[i].bias[...] for i in range(3)),
    }
