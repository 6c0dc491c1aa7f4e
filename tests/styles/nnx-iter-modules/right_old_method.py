"""The method of older code, which warns."""

from flax import nnx


def set_dropout(model, rate):
    report = {}
    for path, m in model.iter_modules():
        if isinstance(m, nnx.Dropout):
            report["/".join(str(p) for p in path)] = m.rate
            m.rate = rate
    return report
