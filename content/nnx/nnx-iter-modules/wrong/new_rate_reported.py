"""The report has the new rates. Note the rate before you set it."""

# fact: checks

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in nnx.iter_modules(model):
        if isinstance(module, nnx.Dropout):
            module.rate = rate
            before["/".join(str(step) for step in path)] = module.rate
    return before
