"""Encoder and decoder are fields."""

import jax
from flax import linen as nn


class Autoencoder(nn.Module):
    encoder: nn.Module
    decoder: nn.Module

    def encode(self, x):
        return nn.tanh(self.encoder(x))

    def decode(self, z):
        return self.decoder(z)

    def __call__(self, x):
        return self.decode(self.encode(x))


def apply_method(seed, x, latent):
    model = Autoencoder(nn.Dense(int(latent)), nn.Dense(x.shape[-1]))
    variables = model.init(jax.random.key(int(seed)), x)
    z = model.apply(variables, x, method="encode")
    xhat = model.apply(variables, z, method="decode")
    return {"z": z, "xhat": xhat}
