"""nnx.iter_graph, which gives all nodes."""

from flax import nnx


def set_dropout(model, rate):
    found = [(path, node) for path, node in nnx.iter_graph(model) if isinstance(node, nnx.Dropout)]
    report = {"/".join(f"{step}" for step in path): float(node.rate) for path, node in found}
    for _, node in found:
        node.rate = rate
    return report
