"""Writes where it stands, which is a folder of its own, and looks around."""

import os

import jax.numpy as jnp

with open("left_behind.txt", "w") as file:
    file.write("here")
print(os.getcwd())


def replace_kernel(seed, x, features, replacement_value):
    return jnp.zeros(int(features))
