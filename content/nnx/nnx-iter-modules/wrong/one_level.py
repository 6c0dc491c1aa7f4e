"""Only the attributes of the model itself are looked at. A Dropout inside a block, a list or a dict is not found,
nor is the model itself. Walk through all of it."""

# fact: has nnx.iter_children(model)

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in nnx.iter_children(model):
        if isinstance(module, nnx.Dropout):
            before[path] = module.rate
            module.rate = rate
    return before
