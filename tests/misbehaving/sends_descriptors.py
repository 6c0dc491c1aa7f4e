"""Hands a descriptor on through a pair of sockets; nobody sees the memory of a file that is under way."""

import socket


def replace_kernel(seed, x, features, replacement_value):
    ours, theirs = socket.socketpair()
    ours.sendall(b"word")
    assert theirs.recv(4) == b"word"
    socket.send_fds(ours, [b"."], [0])
    raise SystemExit("it could")
