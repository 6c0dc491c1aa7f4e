"""Never returns."""


def replace_kernel(seed, x, features, replacement_value):
    while True:
        pass
