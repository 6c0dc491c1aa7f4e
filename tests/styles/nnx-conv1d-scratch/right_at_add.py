"""No padding at all: each tap's product is added to the rows of the output that it reaches. Rngs(params=seed)."""

import jax.numpy as jnp
from flax import nnx


class Conv1D(nnx.Module):
    def __init__(self, d_in, features, width, *, rngs):
        draw = nnx.initializers.lecun_normal(), nnx.initializers.normal(1.0)
        self.kernel = nnx.Param(draw[0](rngs.params(), (width, d_in, features)))
        self.bias = nnx.Param(draw[1](rngs.params(), (features,)))

    def __call__(self, x):
        n, steps, _ = x.shape
        width, _, features = self.kernel.shape
        left = (width - 1) // 2
        out = jnp.zeros((n, steps, features)) + self.bias[...]
        for tap in range(width):
            shift = tap - left  # out[i] needs x[i + shift]
            low, high = max(0, -shift), min(steps, steps - shift)
            if low < high:
                out = out.at[:, low:high].add(x[:, low + shift : high + shift] @ self.kernel[tap])
        return out


def conv1d_scratch(seed, x, features, width):
    model = Conv1D(x.shape[2], features, width, rngs=nnx.Rngs(params=seed))
    return model(x)
