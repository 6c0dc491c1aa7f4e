"""set_attributes without a filter."""

from flax import nnx


def set_dropout(model, rate):
    report = {"/".join(map(str, p)): m.rate for p, m in nnx.iter_modules(model) if isinstance(m, nnx.Dropout)}
    if report:
        model.set_attributes(rate=rate)
    return report
