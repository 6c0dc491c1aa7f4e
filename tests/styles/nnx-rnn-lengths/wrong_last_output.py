# seq_lengths is given, but the last output is returned, which is behind the end
from flax import nnx


def rnn_lengths(seed, x, lengths, features):
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    return nnx.RNN(cell)(x, seq_lengths=lengths)[:, -1]
