"""This is the pair as it comes, output and variables, and the task asks for a dict with the entries "y" and "kernel".
Unpack the pair and put what is wanted into the dict."""
# fact: checks

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    return nn.Dense(features).init_with_output(jax.random.key(seed), x)
