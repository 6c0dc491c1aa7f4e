"""The flag is an attribute of the model."""

import jax.numpy as jnp
from flax import nnx


class Noisy(nnx.Module):
    def __init__(self, *, rngs):
        self.stream = rngs.noise.fork()
        self.train_mode = True

    def __call__(self, x):
        if self.train_mode:
            x = x + 0.1 * self.stream.normal(x.shape)
        return x


@nnx.jit
def apply(model, x):
    return model(x)


def noise_flag(seed, x, train):
    model = Noisy(rngs=nnx.Rngs(noise=seed))
    outputs = []
    for flag in train:
        model.train_mode = flag
        outputs.append(apply(model, x))
    return jnp.stack(outputs)
