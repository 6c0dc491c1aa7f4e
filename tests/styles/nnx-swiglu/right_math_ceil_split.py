"""Math.ceil of an exact fraction; split and merge; the module is a dataclass."""

import dataclasses
import math
from fractions import Fraction

from flax import nnx


@dataclasses.dataclass
class SwiGLU(nnx.Module):
    d: int
    hidden: int
    rngs: dataclasses.InitVar[nnx.Rngs]

    def __post_init__(self, rngs):
        self.gate = nnx.Linear(self.d, self.hidden, use_bias=False, rngs=rngs)
        self.up = nnx.Linear(self.d, self.hidden, use_bias=False, rngs=rngs)
        self.down = nnx.Linear(self.hidden, self.d, use_bias=False, rngs=rngs)

    def __call__(self, x):
        gate = self.gate(x)
        return self.down(gate * nnx.sigmoid(gate) * self.up(x))


def swiglu(seed, x, multiple):
    d = x.shape[-1]
    hidden = math.ceil(Fraction(8 * d, 3 * multiple)) * multiple
    graphdef, state = nnx.split(SwiGLU(d, hidden, nnx.Rngs(params=seed)))
    return nnx.merge(graphdef, state)(x)
