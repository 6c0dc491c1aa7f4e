"""The flag has the name that eval() sets."""

import jax.numpy as jnp
from flax import nnx


class Noisy(nnx.Module):
    def __init__(self, *, rngs):
        self.rngs = rngs.fork()
        self.deterministic = False

    def __call__(self, x):
        return x if self.deterministic else x + 0.1 * self.rngs.noise.normal(x.shape)


@nnx.jit
def apply(model, x):
    return model(x)


def noise_flag(seed, x, train):
    model = Noisy(rngs=nnx.Rngs(noise=seed))
    outputs = []
    for flag in train:
        if flag:
            model.train()
        else:
            model.eval()
        outputs.append(apply(model, x))
    return jnp.stack(outputs)
