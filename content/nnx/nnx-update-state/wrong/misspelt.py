"""The bias still holds zeros: the patch did not arrive. Most often its name is misspelt: `nnx.update` compares no
names, so an array under an unknown one becomes a new attribute that nobody reads. A patch comes to the same that
goes into a copy of the layer, or into a State that is never handed to it. Look at `nnx.state(layer)` after
the line: which names are there, and what do they hold?"""

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    nnx.update(layer, {"bais": jnp.arange(features)})
    return layer(x)
