"""A recursion over the children."""

from flax import nnx


def walk(module, path):
    if isinstance(module, nnx.Dropout):
        yield path, module
    for name, child in nnx.iter_children(module):
        if isinstance(child, nnx.Module):
            yield from walk(child, (*path, str(name)))


def set_dropout(model, rate):
    report = {}
    for path, drop in walk(model, ()):
        report["/".join(path)], drop.rate = drop.rate, rate
    return report
