"""All activations are said to be equal, whatever their slope, so `score` is traced once, and every model runs the
program of the first, with the first slope. Equality has to mean that the same is computed. Keep the slope in
the model as an array."""

# fact: has def __eq__

import jax
import jax.numpy as jnp
from flax import nnx


class Bend:
    def __init__(self, slope: float):
        self.slope = slope

    def __call__(self, y: jax.Array) -> jax.Array:
        return jnp.where(y > 0, y, self.slope * y)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bend)

    def __hash__(self) -> int:
        return hash(Bend)


class Leaky(nnx.Module):
    def __init__(self, d_in: int, slope: jax.Array, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 3, rngs=rngs)
        self.act = Bend(float(slope))

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.act(self.linear(x))


@nnx.jit
def score(model: Leaky, x: jax.Array) -> jax.Array:
    return jnp.mean(model(x) ** 2)


def graphdef_cache(seed: int, x: jax.Array, slopes: jax.Array) -> jax.Array:
    scores = []
    for number, slope in enumerate(slopes):
        model = Leaky(x.shape[1], slope, rngs=nnx.Rngs(seed + number))
        scores.append(score(model, x))
    return jnp.stack(scores)
