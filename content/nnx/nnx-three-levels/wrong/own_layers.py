"""The layers are not `nnx.Linear`s. They compute the same, but the rest of Flax does not know what they are: code that
looks for linear layers, to wrap or to replace them, passes them by."""

# fact: has not nnx.Linear

import jax
from flax import nnx


class Dense(nnx.Module):
    def __init__(self, weight, bias):
        self.kernel = nnx.Param(weight.T)
        self.bias = nnx.Param(bias)

    def __call__(self, x):
        return x @ self.kernel + self.bias


class Node(nnx.Module):
    pass


def three_levels(weights, x):
    model = Net()
    for name in ("body.stem", "body.block.inner", "body.block.gate", "head"):
        *way, last = name.split(".")
        node = model
        for step in way:
            if not hasattr(node, step):
                setattr(node, step, Node())
            node = getattr(node, step)
        setattr(node, last, Dense(weights[f"{name}.weight"], weights[f"{name}.bias"]))
    return model(x), nnx.state(model)


class Net(nnx.Module):
    def __call__(self, x):
        x = self.body.stem(x)
        block = self.body.block
        return self.head(x + jax.nn.sigmoid(block.gate(x)) * jax.nn.relu(block.inner(x)))
