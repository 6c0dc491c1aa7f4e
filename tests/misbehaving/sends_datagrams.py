"""Sends a word to a socket in the file system, as a program outside has one."""

import contextlib
import socket

receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
receiver.bind("receiver")


def replace_kernel(seed, x, features, replacement_value):
    sender = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    with contextlib.suppress(PermissionError):
        sender.sendmsg([b"word"], [], 0, "receiver")
        raise SystemExit("it could")
    sender.sendto(b"word", "receiver")
    raise SystemExit("it could")
