"""The numbers of system calls (syscall_64.tbl and uapi/asm-generic/unistd.h of the kernel)."""

from __future__ import annotations

MACHINES = ("x86_64", "aarch64")
"""The processors whose numbers are known."""

_NUMBERS = {
    "add_key": (248, 217),
    "bpf": (321, 280),
    "clone": (56, 220),
    "connect": (42, 203),
    "fallocate": (285, 47),
    "fanotify_init": (300, 262),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "fcntl": (72, 25),
    "flock": (73, 32),
    "fremovexattr": (199, 16),
    "fsetxattr": (190, 7),
    "inotify_init1": (294, 26),
    "io_setup": (206, 0),
    "ioctl": (16, 29),
    "ioprio_set": (251, 30),
    "kcmp": (312, 272),
    "keyctl": (250, 219),
    "lremovexattr": (198, 15),
    "lsetxattr": (189, 6),
    "memfd_create": (319, 279),
    "migrate_pages": (256, 238),
    "mmap": (9, 222),
    "move_pages": (279, 239),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    "msgctl": (71, 187),
    "msgget": (68, 186),
    "msgrcv": (70, 188),
    "msgsnd": (69, 189),
    "perf_event_open": (298, 241),
    "prlimit64": (302, 261),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "removexattr": (197, 14),
    "request_key": (249, 218),
    "sched_setaffinity": (203, 122),
    "sched_setattr": (314, 274),
    "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119),
    "seccomp": (317, 277),
    "semctl": (66, 191),
    "semget": (64, 190),
    "semop": (65, 193),
    "semtimedop": (220, 192),
    "sendmmsg": (307, 269),
    "sendmsg": (46, 211),
    "sendto": (44, 206),
    "setns": (308, 268),
    "setpriority": (141, 140),
    "setxattr": (188, 5),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "shmget": (29, 194),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "syslog": (103, 116),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
    "utimensat": (280, 88),
    "vmsplice": (278, 75),
}
"""On each of them."""

_OLD = {
    "chmod": 90,
    "chown": 92,
    "futimesat": 261,
    "inotify_init": 253,
    "lchown": 94,
    "utime": 132,
    "utimes": 235,
}
"""What only the first has: elsewhere it was replaced from the beginning."""

_NEW = {
    "clone3": 435,
    "fchmodat2": 452,
    "file_setattr": 469,
    "io_uring_setup": 425,
    "memfd_secret": 447,
    "pidfd_getfd": 438,
    "process_madvise": 440,
    "process_mrelease": 448,
    "removexattrat": 466,
    "setxattrat": 463,
}
"""What came after 2018 has the same number everywhere."""

UNKNOWN = 470
"""From here on are calls that came when this was written (file_setattr was the last, in Linux 6.17)."""


def numbers_of(names: tuple[str, ...], machine: str) -> tuple[int, ...]:
    """The numbers of those calls that `machine` has."""
    known = {name: numbers[MACHINES.index(machine)] for name, numbers in _NUMBERS.items()} | _NEW
    if machine == MACHINES[0]:
        known |= _OLD
    return tuple(known[name] for name in names if name in known)
