"""Modules are dataclasses

Write an nn.Module and hyperparams(seed, x, features, slope), which uses it:

    field act    the activation: a function of one array; its default is
                 relu (`features` may be a second field)
    __call__(x)  act of what a Dense of width `features` returns for x

The Dense has a bias, and is called Dense_0 in the params, as in a compact
method.

hyperparams builds TWO blocks of this one class. The first is given, in the
constructor, an act that is relu for positive numbers and multiplies negative
ones by `slope`. The second is given no act, and so has the default. Both
have the params that init draws on x with the key jax.random.key(seed);
one init for both and one for each are both right. Return the first block
applied to x and the second applied to x, stacked along a new first axis.

seed       int
x          float32 array of shape (N, in)
features   int
slope      a float, such as 0.2

Returns a float32 array of shape (2, N, features).

Checked, besides the values: act is a field with a default; blocks of one
class ran, one with a different function in act and one with the default;
the params are a kernel and a bias in Dense_0, and each is used; what you
return comes out of the blocks, which give it alone.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import linen as nn


class Block(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        return nn.relu(nn.Dense(self.features)(x))


def hyperparams(
    seed: int,
    x: jax.Array,
    features: int,
    slope: float,
) -> jax.Array:
    plain = Block(features)
    variables = plain.init(jax.random.key(seed), x)
    # In place of these zeros: the same block with another activation.
    leaky = jnp.zeros((len(x), features))
    return jnp.stack([leaky, plain.apply(variables, x)])
