"""The rates are set in a copy. The model that was passed is as it was. Walk through that one."""

# fact: has nnx.clone(model)

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in nnx.iter_modules(nnx.clone(model)):
        if isinstance(module, nnx.Dropout):
            before["/".join(str(step) for step in path)] = module.rate
            module.rate = rate
    return before
