import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    """Two convolutions, each with a norm behind it, around which the input takes a shortcut."""

    def __init__(self, channels: int, *, rngs: nnx.Rngs):
        self.conv1 = nnx.Conv(channels, channels, (3, 3), use_bias=False, rngs=rngs)
        self.norm1 = nnx.BatchNorm(channels, momentum=0.9, rngs=rngs)
        self.conv2 = nnx.Conv(channels, channels, (3, 3), use_bias=False, rngs=rngs)
        self.norm2 = nnx.BatchNorm(channels, momentum=0.9, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        out = nnx.relu(self.norm1(self.conv1(x)))
        out = self.norm2(self.conv2(out))
        return nnx.relu(x + out)


def resnet_block(seed: int, x: jax.Array) -> dict[str, jax.Array]:
    """What the block gives in training and then in evaluation, and the statistics that it has by then."""
    block = Block(x.shape[-1], rngs=nnx.Rngs(seed))
    y = block(x)
    graphdef, state = nnx.split(block)
    block = nnx.merge(graphdef, state)
    block.eval()
    norms = (block.norm1, block.norm2)
    return {
        "train": y,
        "eval": block(x),
        "means": jnp.stack([norm.mean[...] for norm in norms]),
        "variances": jnp.stack([norm.var[...] for norm in norms]),
    }
