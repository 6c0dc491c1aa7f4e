"""What Flax keeps in its objects for itself: it is no part of a model, and no news to a learner."""

from __future__ import annotations

HYPERPARAMETERS = ("_length",)
"""Of an nnx.List."""
METADATA = ("hijax", "ref", "eager_sharding")
"""Of an nnx.Variable."""


def is_bookkeeping(attribute: str) -> bool:
    """Whether NNX keeps the state of an object itself under that name."""
    return attribute.startswith("_pytree__")
