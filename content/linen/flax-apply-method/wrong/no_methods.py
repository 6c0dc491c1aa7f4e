"""The class has no methods `encode` and `decode`: the layers of the bound module were called from outside. So the tanh
stands in your function, and code elsewhere that uses the model has to know that it belongs there. Give the class the
two methods, and let `apply` run each of them."""
# fact: checks
# fact: has not def encode
# fact: has not def decode

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
    model = Autoencoder(latent, x.shape[-1])
    variables = model.init(jax.random.key(seed), x)
    bound = model.bind(variables)
    z = nn.tanh(bound.encoder(x))
    return {"z": z, "xhat": bound.decoder(z)}
