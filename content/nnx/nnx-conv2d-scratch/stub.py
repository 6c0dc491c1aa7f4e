"""Loops over pixels, ported

Port this NumPy program to NNX:

    def conv2d(x, kernel, bias, stride):
        features, kh, kw, _ = kernel.shape
        n, h, w, _ = x.shape
        rows, cols = -(-h // stride), -(-w // stride)
        more_h = max((rows - 1) * stride + kh - h, 0)
        more_w = max((cols - 1) * stride + kw - w, 0)
        pad_h = (more_h // 2, more_h - more_h // 2)
        pad_w = (more_w // 2, more_w - more_w // 2)
        x = np.pad(x, ((0, 0), pad_h, pad_w, (0, 0)))
        out = np.empty((n, rows, cols, features))
        for i in range(rows):
            for j in range(cols):
                top, side = i * stride, j * stride
                window = x[:, top : top + kh, side : side + kw]
                out[:, i, j] = np.einsum(
                    "nhwi,ohwi->no", window, kernel
                )
        return out + bias

Complete the module Conv2D. conv2d_scratch(seed, x, features,
kh, kw, stride) is given: it builds the module with
nnx.Rngs(seed), and returns what it gives for x.

    kernel    nnx.Param of shape (features, kh, kw, in), as
              in the NumPy program
    bias      nnx.Param of shape (features,)

    seed      int
    x         float32 array of shape (n, h, w, in)
    features  int, how many output channels
    kh, kw    ints, height and width of the kernel
    stride    int, how far it moves, along both axes
    returns   float32 array of shape (n, rows, cols,
              features), as in the NumPy program

The values are compared with the reference's. Besides, it is
checked that kernel and bias are still nnx.Params of these
shapes that hold what is drawn below; that the output depends
on both; and that in the trace of your function there is one
conv_general_dilated in place of the loops. nnx.Conv is not
used.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


class Conv2D(nnx.Module):
    def __init__(
        self,
        shape: tuple[int, int, int, int],
        stride: int,
        *,
        rngs: nnx.Rngs,
    ):
        normal = jax.random.normal
        self.kernel = nnx.Param(normal(rngs.params(), shape))
        self.bias = nnx.Param(normal(rngs.params(), shape[:1]))
        self.stride = stride

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("port the loops")


def conv2d_scratch(
    seed: int,
    x: jax.Array,
    features: int,
    kh: int,
    kw: int,
    stride: int,
) -> jax.Array:
    shape = (features, kh, kw, x.shape[-1])
    model = Conv2D(shape, stride, rngs=nnx.Rngs(seed))
    return model(x)
