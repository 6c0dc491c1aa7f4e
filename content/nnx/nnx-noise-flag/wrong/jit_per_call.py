"""`apply` is traced in each call, also for a flag that it has seen. What is compiled in a loop, or in a
function that the loop calls, starts without any trace each time. Compile once, outside of the loop."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Noisy(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.noise.fork()

    def __call__(self, x: jax.Array, train: bool) -> jax.Array:
        if not train:
            return x
        return x + 0.1 * self.stream.normal(x.shape)


def noise_flag(seed: int, x: jax.Array, train: list[bool]) -> jax.Array:
    model = Noisy(rngs=nnx.Rngs(noise=seed))
    outputs = []
    for flag in train:

        def apply(model, x, train=flag):
            return model(x, train)

        outputs.append(nnx.jit(apply)(model, x))
    return jnp.stack(outputs)
