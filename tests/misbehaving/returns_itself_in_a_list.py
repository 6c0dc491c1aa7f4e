"""Returns a list that holds itself."""


def replace_kernel(seed, x, features, replacement_value):
    result = []
    result.append(result)
    return result
