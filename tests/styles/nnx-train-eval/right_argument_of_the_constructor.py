"""The flag is an argument, too, and may be given in a call."""

import jax.numpy as jnp
from flax import nnx


class Jitter(nnx.Module):
    def __init__(self, size=0.1, *, deterministic=False, rngs):
        self.size = size
        self.deterministic = deterministic
        self.rngs = rngs.fork()

    def __call__(self, x, *, deterministic=None):
        quiet = self.deterministic if deterministic is None else deterministic
        return x if quiet else x + self.size * self.rngs.jitter.normal(x.shape)


class Net(nnx.Module):
    def __init__(self, d, *, rngs):
        self.jitter = Jitter(rngs=rngs)
        self.norm = nnx.BatchNorm(d, momentum=0.5, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x):
        return self.drop(self.norm(self.jitter(x)))


def train_eval(seed, x):
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    model.train()
    model(x)
    model.eval()
    outputs = [model(x), model(x)]
    model.train()
    outputs.append(model(x))
    return jnp.stack(outputs)
