"""Functions of the module reach for the layers; the class has no methods."""

import jax
from flax import linen as nn


class Autoencoder(nn.Module):
    latent: int
    features: int

    def setup(self):
        self.encoder = nn.Dense(self.latent)
        self.decoder = nn.Dense(self.features)

    def __call__(self, x):
        return self.decoder(nn.tanh(self.encoder(x)))


def apply_method(seed, x, latent):
    model = Autoencoder(int(latent), x.shape[-1])
    variables = model.init(jax.random.key(int(seed)), x)
    z = model.apply(variables, x, method=lambda module, x: nn.tanh(module.encoder(x)))
    xhat = model.apply(variables, z, method=lambda module, z: module.decoder(z))
    return {"z": z, "xhat": xhat}
