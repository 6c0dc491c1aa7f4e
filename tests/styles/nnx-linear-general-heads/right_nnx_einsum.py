"""nnx.Einsum, whose kernels are then filled."""

from flax import nnx


class Heads(nnx.Module):
    def __init__(self, d, heads, *, rngs):
        width = d // heads
        flat = [nnx.Linear(d, d, rngs=rngs) for _ in range(2)]
        self.project = nnx.Einsum("nd,dhw->nhw", (d, heads, width), (heads, width), rngs=rngs)
        self.merge = nnx.Einsum("nhw,hwd->nd", (heads, width, d), (d,), rngs=rngs)
        for new, old in zip((self.project, self.merge), flat, strict=True):
            new.kernel[...] = old.kernel.reshape(new.kernel.shape)

    def __call__(self, x):
        y = self.project(x)
        y -= y.mean(axis=2, keepdims=True)
        return self.merge(y)


@nnx.jit
def run(model, x):
    return model(x)


def linear_general_heads(seed, x, heads):
    return run(Heads(x.shape[1], heads, rngs=nnx.Rngs(seed)), x)
