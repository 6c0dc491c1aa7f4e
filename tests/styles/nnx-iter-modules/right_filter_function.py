"""filter and a helper, terse."""

from flax import nnx


def set_dropout(model, rate):
    drops = {"/".join(map(str, path)): m for path, m in nnx.iter_modules(model) if issubclass(type(m), nnx.Dropout)}
    old = {path: drop.rate for path, drop in drops.items()}
    for drop in drops.values():
        drop.rate = rate
    return old
