"""Noise in training only

The model below adds noise to its input, and a compiled
function, `apply`, calls it. It works, but it adds noise
in every call. Extend it: `noise_flag(seed, x, train)`
calls the ONE model once for each flag in `train`.

    True     the output is x + 0.1 * noise, with noise
             drawn as it is now
    False    the output is x, and no key is taken: the
             noise of the later calls is what it would
             be without this call

`apply` stays compiled, and is traced at most once for
each value of the flag. You may change everything but
the names noise_flag and apply.

    seed     int, for the stream `noise`
    x        float32 array of shape (n, d)
    train    list of bools, one for each call
    returns  float32 array of shape (len(train), n, d)

The values are compared with the reference's. Besides, it
is checked that a compiled function named apply is traced
at least once, and not more often than train has
different values.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Noisy(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.noise.fork()

    def __call__(self, x: jax.Array) -> jax.Array:
        return x + 0.1 * self.stream.normal(x.shape)


@nnx.jit
def apply(model: Noisy, x: jax.Array) -> jax.Array:
    return model(x)


def noise_flag(
    seed: int,
    x: jax.Array,
    train: list[bool],
) -> jax.Array:
    model = Noisy(rngs=nnx.Rngs(noise=seed))
    # The flags are not looked at yet.
    outputs = [apply(model, x) for _ in train]
    return jnp.stack(outputs)
