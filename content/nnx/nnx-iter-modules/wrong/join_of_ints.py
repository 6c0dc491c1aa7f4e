"""A path holds ints where it goes through a list, and `join` takes strings only. Turn each step into a string."""

# fact: has "/".join(path)

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in nnx.iter_modules(model):
        if isinstance(module, nnx.Dropout):
            before["/".join(path)] = module.rate
            module.rate = rate
    return before
