"""A layer was looked for on the bare model. Outside of `init` and `apply` it has none, since `setup` has not run,
so its methods cannot be called there; nor can a string for `method` name a layer. Hand the variables to
`apply`, and tell it by `method=` which of the two methods to run."""

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
    z = model.encode(x)
    xhat = model.decode(z)
    return {"z": z, "xhat": xhat}
