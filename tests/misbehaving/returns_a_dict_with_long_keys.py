"""Returns dicts in a dict whose keys are thousands of characters long, and there are thousands of them."""


def replace_kernel(seed, x, features, replacement_value):
    keys = [f"{number}{'k' * 3000}" for number in range(70)]
    return {key: dict.fromkeys(keys, x) for key in keys}
