"""Neither `encode` nor `decode` was called from outside: both results come out of a call of a different method. The
numbers are right, but with only a `z` at hand nothing can be decoded this way, and who wants only `z` pays for the
decoder too. Apply one method for each."""
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
        z = self.encode(x)
        return z, self.decode(z)


def apply_method(seed, x, latent):
    model = Autoencoder(latent, x.shape[-1])
    variables = model.init(jax.random.key(seed), x)
    z, xhat = model.apply(variables, x)
    return {"z": z, "xhat": xhat}
