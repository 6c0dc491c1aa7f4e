"""train() and eval()

The model below has three layers that should behave
differently in training and at evaluation. Two of them
obey model.eval() and model.train(). The third, `Jitter`,
which adds noise, does not: two calls at evaluation
differ. Extend Jitter, so that the one switch works for
all three.

    training    the mode of a new model: Jitter adds
                0.1 * noise as it does now
    eval        Jitter returns x, and takes no key from
                its stream

`train_eval(seed, x)` is complete: it calls the model
once in training, twice at evaluation, and once in
training.

    seed     int
    x        float32 array of shape (n, d)
    returns  float32 array of shape (3, n, d): both
             outputs at evaluation, then that of the last
             call in training

The values are compared with the reference's. Besides, it
is checked that the model, which has the attribute
jitter, is put into eval mode by its own eval(), and
gives the same output twice; and that after its own
train() two outputs differ.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Jitter(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.jitter.fork()

    def __call__(self, x: jax.Array) -> jax.Array:
        # Noise in each mode.
        return x + 0.1 * self.stream.normal(x.shape)


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.jitter = Jitter(rngs=rngs)
        self.norm = nnx.BatchNorm(d, momentum=0.5, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(self.norm(self.jitter(x)))


def train_eval(seed: int, x: jax.Array) -> jax.Array:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    model(x)
    model.eval()
    first, second = model(x), model(x)
    model.train()
    return jnp.stack([first, second, model(x)])
