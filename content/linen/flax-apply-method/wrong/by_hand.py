"""No method of the module was called: the output was computed beside it, from the arrays in the params. If the module
changes, this copy of its arithmetic stays as it is. Let `apply` run each method with the variables."""
# fact: checks
# fact: has _["kernel"]

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
    p = variables["params"]
    z = nn.tanh(x @ p["encoder"]["kernel"] + p["encoder"]["bias"])
    xhat = z @ p["decoder"]["kernel"] + p["decoder"]["bias"]
    return {"z": z, "xhat": xhat}
