"""Each half was initialised on its own, by an `init` of its own. The numbers agree because a layer's start depends
on the key and its name, but you now have to know the parts and keep them together. One `init` through the whole
model gives one tree with everything in it."""
# fact: has _.init(..., method="encode")
# fact: has _.init(..., method="decode")

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
    key = jax.random.key(seed)
    first = model.init(key, x, method="encode")
    second = model.init(key, model.apply(first, x, method="encode"), method="decode")
    variables = {"params": {**first["params"], **second["params"]}}
    z = model.apply(variables, x, method="encode")
    xhat = model.apply(variables, z, method="decode")
    return {"z": z, "xhat": xhat}
