# Style: functions of path and variable only, and tuples; the state is filtered by nnx.filter_state or by hand.
import jax
import jax.numpy as jnp
from flax import nnx


class Encoder(nnx.Module):
    def __init__(self, d, *, rngs):
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.norm = nnx.BatchNorm(d, rngs=rngs)
        self.drop = nnx.Dropout(0.1, rngs=rngs)
        self.head = nnx.Linear(d, 3, rngs=rngs)


class Net(nnx.Module):
    def __init__(self, words, d, classes, *, rngs):
        self.embed = nnx.Embed(words, d, rngs=rngs)
        self.encoder = Encoder(d, rngs=rngs)
        self.head = nnx.Linear(3, classes, rngs=rngs)


def size(state):
    return sum(leaf.size for leaf in jax.tree.leaves(state))


def decayed(path, variable):
    return isinstance(variable, nnx.Param) and len(variable.shape) > 1 and path[0] != "embed"


def own_head(path, variable):
    return isinstance(variable, nnx.Param) and path[0] == "head"


def frozen(path, variable):
    return isinstance(variable, nnx.Param) and path[0] in ("embed", "encoder")


def other(path, variable):
    return not isinstance(variable, (nnx.Param, nnx.RngState))


def filter_algebra(seed, words, d, classes):
    model = Net(words, d, classes, rngs=nnx.Rngs(seed))
    flat = nnx.to_flat_state(nnx.state(model))
    counts = []
    for chosen in (decayed, own_head, frozen, other):
        counts.append(sum(variable[...].size for path, variable in flat if chosen(path, variable)))
    return jnp.array(counts, jnp.int32)
