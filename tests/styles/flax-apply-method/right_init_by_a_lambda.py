"""init runs a function that uses both."""

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


def apply_method(seed, x, latent):
    model = Autoencoder(int(latent), x.shape[-1])
    variables = model.init(jax.random.key(int(seed)), x, method=lambda m, x: m.decode(m.encode(x)))
    z = model.apply(variables, x, method="encode")
    xhat = model.apply(variables, z, method="decode")
    return {"z": z, "xhat": xhat}
