"""Never ends while it is traced."""

import jax


@jax.jit
def forward(x):
    while True:
        pass


def replace_kernel(seed, x, features, replacement_value):
    return forward(x)
