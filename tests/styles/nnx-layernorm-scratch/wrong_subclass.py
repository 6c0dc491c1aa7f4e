"""The module derives from nnx.LayerNorm."""

from flax import nnx


class LayerNorm(nnx.LayerNorm):
    pass


def layernorm_scratch(x, scale, bias, eps):
    norm = LayerNorm(x.shape[-1], epsilon=eps, rngs=nnx.Rngs(0))
    norm.scale[...] = scale
    norm.bias[...] = bias
    return norm(x)
