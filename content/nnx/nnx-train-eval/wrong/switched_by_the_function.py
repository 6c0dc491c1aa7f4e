"""The numbers are right, because your function switches the layer itself. Any other code that calls
`model.eval()` still gets the noise. Let the layer have the attributes that `eval()` sets."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Jitter(nnx.Module):
    """Noise as large as the inputs were; it draws it, and watches them, each by a setting of its own."""

    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.jitter.fork()
        self.size = nnx.BatchStat(jnp.array(1.0))
        self.quiet = False
        self.frozen = False

    def __call__(self, x: jax.Array) -> jax.Array:
        if not self.frozen:
            self.size[...] = 0.5 * self.size + 0.5 * jnp.abs(x).mean()
        if self.quiet:
            return x
        return x + self.size * self.stream.normal(x.shape)


class Net(nnx.Module):
    """Noise, BatchNorm and dropout."""

    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.jitter = Jitter(rngs=rngs)
        self.norm = nnx.BatchNorm(d, momentum=0.5, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(self.norm(self.jitter(x)))


def train_eval(seed: int, x: jax.Array) -> jax.Array:
    """Two outputs at evaluation, two with noise and averages, and one in training."""
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    model(x)
    model.eval()
    model.jitter.quiet = model.jitter.frozen = True
    outputs = [model(x), model(x)]
    model.set_attributes(deterministic=False)
    model.jitter.quiet = False
    outputs += [model(x), model(x)]
    model.train()
    model.jitter.frozen = False
    return jnp.stack([*outputs, model(x)])
