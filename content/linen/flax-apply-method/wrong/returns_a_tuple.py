"""What your function returns is a tuple, and the task asks for a dict with the keys `"z"` and `"xhat"`."""
# fact: checks

import jax
from flax import linen as nn


class Autoencoder(nn.Module):
    latent: int
    features: int

    def setup(self):
        self.encoder = nn.Dense(self.latent)
        self.decoder = nn.Dense(self.features)

    def encode(self, x):
        return nn.tanh(self.encoder(x))

    def decode(self, z):
        return self.decoder(z)

    def __call__(self, x):
        return self.decode(self.encode(x))


def apply_method(seed, x, latent):
    model = Autoencoder(latent, x.shape[-1])
    variables = model.init(jax.random.key(seed), x)
    z = model.apply(variables, x, method="encode")
    xhat = model.apply(variables, z, method="decode")
    return z, xhat
