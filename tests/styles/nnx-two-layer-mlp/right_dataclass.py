"""A dataclass that is given its layers."""

import dataclasses

from flax import nnx


@dataclasses.dataclass
class MLP(nnx.Module):
    hidden: nnx.Linear
    out: nnx.Linear

    def __call__(self, x):
        return self.out(nnx.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    rngs = nnx.Rngs(params=int(seed))
    first = nnx.Linear(x.shape[1], int(hidden), rngs=rngs)
    return MLP(hidden=first, out=nnx.Linear(int(hidden), int(out), rngs=rngs))(x)
