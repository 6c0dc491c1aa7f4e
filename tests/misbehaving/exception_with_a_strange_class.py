"""Raises something whose class cannot even be named."""

class Nameless(type):
    @property
    def __name__(cls):
        raise RuntimeError("no name")


class Fault(Exception, metaclass=Nameless):
    pass


def replace_kernel(seed, x, features, replacement_value):
    raise Fault("strange")
