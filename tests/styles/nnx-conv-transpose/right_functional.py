"""Picture by picture, over a merged model."""

import jax
from flax import nnx


def conv_transpose(seed, x):
    rngs = nnx.Rngs(seed)
    layers = nnx.List([nnx.Conv(x.shape[-1], 4, (3, 3), strides=2, rngs=rngs)])
    layers.append(nnx.ConvTranspose(4, x.shape[-1], (4, 4), strides=2, rngs=rngs))
    graphdef, params = nnx.split(layers)

    def one(picture):
        down, up = nnx.merge(graphdef, params)
        height, width, _ = picture.shape
        return picture + up(nnx.tanh(down(picture)))[:height, :width]

    return jax.vmap(one)(x)
