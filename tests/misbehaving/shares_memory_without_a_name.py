"""Takes memory that is no process's own, so that it can be let go of and is still there."""

import contextlib
import mmap


def replace_kernel(seed, x, features, replacement_value):
    with contextlib.suppress(PermissionError), open("/dev/zero", "r+b") as zero:
        mmap.mmap(zero.fileno(), 2**20)
        raise SystemExit("it could: of zeros")
    held = mmap.mmap(-1, 2**20)
    held.write(b"x" * 2**20)
    held.madvise(mmap.MADV_DONTNEED)
    raise SystemExit("it could" if held[0] == ord("x") else "it was lost")
