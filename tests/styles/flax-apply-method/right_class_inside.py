"""The class is inside, compact with names, and shows its variables."""

import jax
from flax import linen as nn


def apply_method(seed, x, latent):
    class Net(nn.Module):
        @nn.compact
        def encode(self, x):
            return nn.tanh(nn.Dense(int(latent), name="encoder")(x))

        @nn.compact
        def decode(self, z):
            return nn.Dense(x.shape[1], name="decoder")(z)

        def __call__(self, x):
            return self.decode(self.encode(x))

    net = Net()
    variables = net.init(jax.random.key(int(seed)), x)
    print(jax.tree.map(lambda leaf: leaf.shape, variables))
    z = net.apply(variables, x, method="encode")
    return dict(xhat=net.apply(variables, z, method="decode"), z=z)
