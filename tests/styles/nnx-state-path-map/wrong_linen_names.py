# Mistake (subtle): the rule of Linen is kept: no path of NNX starts with "layers_", so nothing is scaled.
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        def linear(features):
            start = nnx.initializers.normal(1.0)
            return nnx.Linear(
                d,
                features,
                bias_init=start,
                rngs=rngs,
            )

        self.layers = nnx.List([linear(d) for _ in range(depth)])
        self.head = linear(1)

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.tanh(layer(x))
        return self.head(x)


def state_path_map(seed, x, depth, decay):
    model = Net(x.shape[1], depth, rngs=nnx.Rngs(seed))
    graphdef, state = nnx.split(model)

    def rule(path, variable):
        name, last = str(path[0]), path[-1]
        if name.startswith("layers_") and last == "kernel":
            i = int(name.removeprefix("layers_"))
            return variable * decay ** (depth - 1 - i)
        return variable

    second = nnx.merge(graphdef, nnx.map_state(rule, state))
    return model(x), second(x)
