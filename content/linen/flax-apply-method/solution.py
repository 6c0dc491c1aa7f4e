"""An autoencoder whose two halves are run one at a time."""

import jax
from flax import linen as nn


class Autoencoder(nn.Module):
    """Squeezes rows of `features` numbers into `latent` ones, and stretches them again."""

    latent: int
    features: int

    def setup(self) -> None:
        self.encoder = nn.Dense(self.latent)
        self.decoder = nn.Dense(self.features)

    def encode(self, x: jax.Array) -> jax.Array:
        return nn.tanh(self.encoder(x))

    def decode(self, z: jax.Array) -> jax.Array:
        return self.decoder(z)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.decode(self.encode(x))


def apply_method(seed: int, x: jax.Array, latent: int) -> dict[str, jax.Array]:
    """The code `z` of `x` and what is made of it again, `xhat`."""
    model = Autoencoder(latent=latent, features=x.shape[-1])
    variables = model.init(jax.random.key(seed), x)
    z = model.apply(variables, x, method="encode")
    xhat = model.apply(variables, z, method="decode")
    return {"z": z, "xhat": xhat}
