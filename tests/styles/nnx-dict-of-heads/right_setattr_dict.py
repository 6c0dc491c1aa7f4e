"""An nnx.Dict that is filled by names in a loop; a comprehension of getattr."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, rngs):
        self.heads = nnx.Dict()
        for name, size in (("a", 1), ("b", 2)):
            self.heads[name] = nnx.Linear(3, size, rngs=rngs)

    def __call__(self, inputs):
        return dict(a=self.heads.a(inputs), b=self.heads.b(inputs))


def dict_of_heads(seed, x):
    return nnx.jit(lambda m, x: m(x))(TwoHeads(nnx.Rngs(int(seed))), x)
