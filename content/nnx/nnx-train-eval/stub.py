"""train() and eval()

The model below has three layers that should behave
differently in training and at evaluation. Two of them
obey the switches of NNX. The third, `Jitter`, does not:
it keeps a running mean of how large its inputs are, and
adds noise of that size, in each mode. Extend Jitter, and
nothing else, so that it behaves as the other two do:

    new, or train()   adds noise, and moves size
    eval()            returns x, takes no key, and leaves
                      size as it is
    eval(), then      adds noise, and leaves size as it is
    set_attributes(deterministic=False)

In the third mode dropout is at work while BatchNorm uses
its averages. How far several such outputs lie apart
tells how sure the model is. `train_eval(seed, x)` is
complete: it calls the model once in training, twice at
evaluation, twice in the third mode, and once in
training.

    seed     int
    x        float32 array of shape (n, d)
    returns  float32 array of shape (5, n, d): the
             outputs of all calls but the first

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
        self.size = nnx.BatchStat(jnp.array(1.0))

    def __call__(self, x: jax.Array) -> jax.Array:
        # Both things happen in each mode.
        seen = jnp.abs(x).mean()
        self.size[...] = 0.5 * self.size + 0.5 * seen
        return x + self.size * self.stream.normal(x.shape)


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
    outputs = [model(x), model(x)]
    model.set_attributes(deterministic=False)
    outputs += [model(x), model(x)]
    model.train()
    return jnp.stack([*outputs, model(x)])
