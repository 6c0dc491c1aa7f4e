"""Takes locks on a file that is not its own, so that whoever writes to it waits, and a lease."""

import fcntl
import os


def replace_kernel(seed, x, features, replacement_value):
    file = open(os.__file__)
    fcntl.flock(file, fcntl.LOCK_EX)
    fcntl.lockf(file, fcntl.LOCK_SH)
    with open("/proc/locks") as locks:
        if f":{os.fstat(file.fileno()).st_ino} " in locks.read():
            raise SystemExit("it could: a lock")
    fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    raise SystemExit("it could: a lease")
