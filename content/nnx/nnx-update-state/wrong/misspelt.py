"""The bias still holds zeros: the patch did not arrive. `nnx.update` compares no names, so an array under an
unknown one becomes a new attribute that no layer reads; a patch of a copy, or of a State that is never
handed to the layer, changes the layer as little. Look at `nnx.state(layer)` after the line: which names are
there, and what do they hold?"""

# fact: checks

import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bais": jnp.arange(features, dtype=jnp.float32)})
    return layer(x)
