"""set_attributes with a filter, after the report."""

from flax import nnx


def set_dropout(model, rate):
    report = {"/".join(map(str, p)): m.rate for p, m in nnx.iter_modules(model) if isinstance(m, nnx.Dropout)}
    model.set_attributes(nnx.Dropout, rate=rate, raise_if_not_found=False)
    return report
