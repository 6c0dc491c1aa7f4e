"""The layer as a partial of its initializers, called under nnx.jit."""

from functools import partial

from flax import nnx

Small = partial(nnx.Linear, kernel_init=nnx.initializers.normal(stddev=0.02), bias_init=nnx.initializers.constant(1.0))


@nnx.jit
def answer(layer, x):
    return layer(x)


def builtin_linear(seed, x, features):
    return answer(Small(x.shape[-1], int(features), rngs=nnx.Rngs(params=int(seed))), x)
