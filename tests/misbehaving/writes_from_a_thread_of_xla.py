"""Has a thread that was there before its file was loaded write a file: with a signal, whose handler it chose."""

import ctypes
import os
import time

import jax.numpy as jnp
from flax import nnx

said = []


@ctypes.CFUNCTYPE(None, ctypes.c_int)
def handler(number):
    for folder in (os.path.dirname(__file__), os.environ["JAX_COMPILATION_CACHE_DIR"]):
        try:
            with open(os.path.join(folder, "escaped"), "w"):
                said.append("it could")
        except PermissionError:
            said.append("refused")


def replace_kernel(seed, x, features, replacement_value):
    libc = ctypes.CDLL(None)
    libc.signal(10, handler)
    for thread in map(int, os.listdir("/proc/self/task")):
        if thread != os.getpid():
            asked = len(said)
            libc.tgkill(os.getpid(), thread, 10)
            while len(said) < asked + 2:
                time.sleep(0.001)
    if "it could" in said:
        raise SystemExit("it could")
    print(*dict.fromkeys(said))
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)
