"""Its signature is not the task's."""


def replace_kernel(seed, x):
    return x
