"""Two separate modules."""

import jax
from flax import linen as nn


class Encoder(nn.Module):
    latent: int

    @nn.compact
    def __call__(self, x):
        return nn.tanh(nn.Dense(self.latent, name="encoder")(x))


class Decoder(nn.Module):
    features: int

    @nn.compact
    def __call__(self, z):
        return nn.Dense(self.features, name="decoder")(z)


def apply_method(seed, x, latent):
    key = jax.random.key(int(seed))
    z, _ = Encoder(int(latent)).init_with_output(key, x)
    xhat, _ = Decoder(x.shape[-1]).init_with_output(key, z)
    return {"z": z, "xhat": xhat}
