"""NNX calls a module through `__call__`. A method named `forward`, as in PyTorch, is a method like any other:
the parentheses after the model do not find it. Name it `__call__`."""

# fact: has def forward
# fact: has not def __call__

import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self):
        self.count = nnx.Variable(jnp.zeros(()))

    def forward(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter()
    for _ in range(n_calls):
        last_x = model(x)
    return jnp.stack([model.count[...], last_x.sum()])
