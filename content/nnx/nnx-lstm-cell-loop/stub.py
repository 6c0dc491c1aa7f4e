"""Step an LSTM yourself

Port this PyTorch module. One nnx.LSTMCell does the work of torch.nn's.

    class Reader(torch.nn.Module):
        def __init__(self, in_features, features):
            super().__init__()
            self.cell = torch.nn.LSTMCell(in_features, features)
            self.features = features

        def forward(self, x):            # (batch, time, in_features)
            h = torch.zeros(x.shape[0], self.features)
            c = torch.zeros(x.shape[0], self.features)
            outputs = []
            for t in range(x.shape[1]):
                h, c = self.cell(x[:, t], (h, c))
                outputs.append(h)
            return torch.stack(outputs, dim=1), h, c

`lstm_cell_loop(seed, x, features)` builds the cell with nnx.Rngs(seed)
and runs it over all of x. A module class of your own is not needed.

    seed      int
    x         float32 array of shape (batch, time, in)
    features  int
    returns   a dict, all float32: "outputs", of shape
              (batch, time, features); "h" and "c", the output and the
              memory after the last step, each (batch, features)

The values are compared with the reference's. Besides, it is checked
that an nnx.LSTMCell is called, and the loop is yours: nothing of Flax
steps the cell.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import nnx


def lstm_cell_loop(seed: int, x: jax.Array, features: int) -> dict[str, jax.Array]:
    raise NotImplementedError("build the cell, and step it")
