"""Each path is cut down to its last step, so two Dropouts with one attribute name share an entry in the report.
Join all steps of the path."""

# fact: has path[-1]

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in nnx.iter_modules(model):
        if isinstance(module, nnx.Dropout):
            before[str(path[-1]) if path else ""] = module.rate
            module.rate = rate
    return before
