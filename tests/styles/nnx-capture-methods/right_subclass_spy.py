import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(
    model: nnx.Module,
    x: jax.Array,
) -> dict[str, jax.Array]:
    # A second view of the model, whose blocks are of a subclass that records.
    seen = {}

    def spying(cls, i):
        def __call__(self, *args, **kwargs):
            seen[i] = cls.__call__(self, *args, **kwargs)
            return seen[i]

        return type(cls.__name__, (cls,), {"__call__": __call__})

    view = nnx.clone(model, variables=False)
    for i, block in enumerate(view.blocks):
        object.__setattr__(block, "__class__", spying(type(block), i))
    y = view(x)
    return {"y": y, "spread": jnp.stack([jnp.std(seen[i]) for i in range(len(seen))])}
