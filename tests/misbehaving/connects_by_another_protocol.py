"""Opens a connection that is not quite TCP."""

import contextlib
import socket

MPTCP = 262


def replace_kernel(seed, x, features, replacement_value):
    with socket.create_server(("127.0.0.1", 0)) as server, contextlib.suppress(ConnectionError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM, MPTCP).connect(server.getsockname())
    raise SystemExit("it could")
