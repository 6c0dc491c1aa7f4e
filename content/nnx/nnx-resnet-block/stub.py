"""A residual block

Port this PyTorch module to NNX, and call it as `resnet_block` says.

    class Block(torch.nn.Module):
        def __init__(self, c):
            super().__init__()
            self.conv1 = nn.Conv2d(c, c, 3, padding=1, bias=False)
            self.norm1 = nn.BatchNorm2d(c, eps=1e-5, momentum=0.1)
            self.conv2 = nn.Conv2d(c, c, 3, padding=1, bias=False)
            self.norm2 = nn.BatchNorm2d(c, eps=1e-5, momentum=0.1)

        def forward(self, x):
            out = F.relu(self.norm1(self.conv1(x)))
            out = self.norm2(self.conv2(out))
            return F.relu(x + out)

Create the four layers in this order, with one nnx.Rngs(seed) and the
default initializers. The statistics move as fast as in PyTorch. Its
running variance is divided by n - 1; leave Flax's as it is.

`resnet_block(seed, x)` calls a new block twice on x: first in training
mode, then in evaluation mode.

    seed     int
    x        float32 array of shape (n, height, width, c)
    returns  a dict: "train" and "eval", what the first call and the
             second gave, in the shape of x; "means" and "variances",
             the running statistics of the first norm and the second
             after both calls, of shape (2, c)

The values are compared with the reference's.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, channels: int, *, rngs: nnx.Rngs):
        raise NotImplementedError("create the four layers")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("port forward")


def resnet_block(seed: int, x: jax.Array) -> dict[str, jax.Array]:
    raise NotImplementedError("build a block, call it twice")
