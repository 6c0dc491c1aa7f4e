"""Opens a connection, to this machine."""

import socket


def replace_kernel(seed, x, features, replacement_value):
    socket.create_connection(("127.0.0.1", 9), timeout=1)
