"""Both methods are compact and make a Dense each. Called from a plain `__call__`, each counts from zero, so both
layers are `Dense_0` and want the same kernel. Where several methods use layers, make them in `setup`, under
names of their own."""
# fact: has @nn.compact
# fact: has def encode
# fact: has def decode
# fact: has not nn.Dense(..., name=_)
# fact: has not def setup

import jax
from flax import linen as nn


class Autoencoder(nn.Module):
    latent: int
    features: int

    @nn.compact
    def encode(self, x):
        return nn.tanh(nn.Dense(self.latent)(x))

    @nn.compact
    def decode(self, z):
        return nn.Dense(self.features)(z)

    def __call__(self, x):
        return self.decode(self.encode(x))


def apply_method(seed, x, latent):
    model = Autoencoder(latent, x.shape[-1])
    variables = model.init(jax.random.key(seed), x)
    z = model.apply(variables, x, method="encode")
    xhat = model.apply(variables, z, method="decode")
    return {"z": z, "xhat": xhat}
