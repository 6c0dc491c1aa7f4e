"""A subclass of `nnx.Dropout` is a Dropout as well, and `type(module) is ...` says no. Use `isinstance`."""

# fact: has type(module) is nnx.Dropout

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in nnx.iter_modules(model):
        if type(module) is nnx.Dropout:
            before["/".join(str(step) for step in path)] = module.rate
            module.rate = rate
    return before
