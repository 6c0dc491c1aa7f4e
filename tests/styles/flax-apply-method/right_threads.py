"""Each half is applied in a thread."""

from concurrent.futures import ThreadPoolExecutor

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
    model = Autoencoder(int(latent), x.shape[-1])
    variables = model.init(jax.random.key(int(seed)), x)
    with ThreadPoolExecutor() as pool:
        z = pool.submit(model.apply, variables, x, method="encode").result()
        xhat = pool.submit(model.bind(variables).decode, z).result()
    return {"z": z, "xhat": xhat}
