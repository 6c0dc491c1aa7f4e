"""Apply another method

Write an nn.Module with the methods encode and decode, and
apply_method(seed, x, latent), which runs them one at a time:

    self.encoder  a Dense of width `latent`
    self.decoder  a Dense as wide as x
    encode(x)     tanh of what the encoder returns
    decode(z)     what the decoder returns

A third method, such as a __call__ that returns decode of encode of x, is
for init to run.

apply_method

1. initialises the module on x with the key jax.random.key(seed), so
   that one init makes the params of both layers;
2. computes z by applying the method encode to x, and then xhat by applying
   the method decode to z, both with the variables from that init;
3. returns {"z": z, "xhat": xhat}.

seed     int
x        float32 array of shape (N, in)
latent   int

Returns a dict of two float32 arrays: "z" of shape (N, latent) and "xhat" of
shape (N, in).

Checked, besides the values: one init returns the kernels and biases of
`encoder` and `decoder` and nothing else, and each is used; z comes out of
a call of encode and xhat out of a call of decode, both from outside.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import linen as nn


class Autoencoder(nn.Module):
    latent: int
    features: int

    def setup(self):
        self.encoder = nn.Dense(self.latent)
        self.decoder = nn.Dense(self.features)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.decoder(nn.tanh(self.encoder(x)))


def apply_method(
    seed: int,
    x: jax.Array,
    latent: int,
) -> dict[str, jax.Array]:
    model = Autoencoder(latent=latent, features=x.shape[-1])
    variables = model.init(jax.random.key(seed), x)
    print(jax.tree.map(lambda leaf: leaf.shape, variables))
    raise NotImplementedError("write encode and decode, and apply each of them")
