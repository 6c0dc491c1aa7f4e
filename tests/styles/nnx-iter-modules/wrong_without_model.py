"""The model itself is left out."""

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in nnx.iter_modules(model):
        if path and isinstance(module, nnx.Dropout):
            before["/".join(str(step) for step in path)] = module.rate
            module.rate = rate
    return before
