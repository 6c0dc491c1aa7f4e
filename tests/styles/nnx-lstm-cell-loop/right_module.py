import jax.numpy as jnp
from flax import nnx


class Reader(nnx.Module):
    def __init__(self, i, f, *, rngs):
        self.cell = nnx.LSTMCell(in_features=i, hidden_features=f, rngs=rngs)

    def __call__(self, x):
        state = self.cell.initialize_carry(x[:, 0].shape, nnx.Rngs(1))
        found = []
        for row in jnp.unstack(x, axis=1):
            state, y = self.cell(state, row)
            found.append(y[:, None])
        return jnp.concatenate(found, 1), state


def lstm_cell_loop(seed, x, features):
    ys, (c, h) = Reader(x.shape[2], features, rngs=nnx.Rngs(int(seed)))(x)
    return dict(outputs=ys, h=h, c=c)
