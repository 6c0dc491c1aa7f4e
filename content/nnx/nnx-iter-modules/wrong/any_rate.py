"""Whatever has a `rate` is changed. A module of a different class may have one that means something else. Ask for
the class."""

# fact: has hasattr(module, "rate")

from flax import nnx


def set_dropout(model: nnx.Module, rate: float) -> dict[str, float]:
    before = {}
    for path, module in nnx.iter_modules(model):
        if hasattr(module, "rate"):
            before["/".join(str(step) for step in path)] = module.rate
            module.rate = rate
    return before
