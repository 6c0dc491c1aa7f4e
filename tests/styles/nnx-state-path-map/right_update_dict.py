# Style: a model built a second time from the seed, patched by nnx.update with a nested dict; outputs under nnx.jit.
import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        def linear(features):
            start = nnx.initializers.normal(1.0)
            return nnx.Linear(
                d,
                features,
                bias_init=start,
                rngs=rngs,
            )

        self.layers = nnx.List([linear(d) for _ in range(depth)])
        self.head = linear(1)

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.tanh(layer(x))
        return self.head(x)


@nnx.jit
def run(model: nnx.Module, x: jax.Array) -> jax.Array:
    return model(x)


def state_path_map(seed, x, depth, decay):
    first = Net(x.shape[1], depth, rngs=nnx.Rngs(seed))
    second = Net(x.shape[1], depth, rngs=nnx.Rngs(seed))
    patch, factor = {}, 1.0
    for i in reversed(range(depth)):
        patch[i] = {"kernel": first.layers[i].kernel[...] * factor}
        factor = factor * decay
    nnx.update(second, {"layers": patch})
    return run(first, x), run(second, x)
