"""A method was called on the bare model, and nothing in your file applies or binds it. Outside of `init` and `apply` a
model has no layers, since `setup` has not run. Hand the variables to `apply`, and tell it by `method=` which of
the two methods to run."""
# fact: has self.encoder = _
# fact: has not _.apply(...)
# fact: has not _.bind(...)

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
    z = model.encode(x)
    xhat = model.decode(z)
    return {"z": z, "xhat": xhat}
