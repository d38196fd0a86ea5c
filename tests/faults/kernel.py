"""Faults that the kernel itself makes for one process: no file may grow, no sync succeeds.

`python -m tests.faults.kernel run` is the server, with one thing more: told by SIGUSR1, the kernel
answers EIO to each fsync and fdatasync of all its threads from then on (a seccomp filter: Linux,
no rights needed, nothing replaced in the program).
"""

import contextlib
import ctypes
import errno
import platform
import resource
import signal
import struct
import sys

NUMBERS = {"x86_64": (317, 74, 75), "aarch64": (277, 82, 83)}
"""Of seccomp, fsync and fdatasync, by machine (the kernel's tables of system calls)."""
SET_FILTER, ALL_THREADS, NO_NEW_RIGHTS = 1, 1, 38
LOAD, IF_EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, ERRNO = 0x7FFF0000, 0x00050000


class Filter(ctypes.Structure):
    """`struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def refuse_syncs():
    """From now on no sync of this process succeeds. There is no way back."""
    seccomp, *syncs = NUMBERS[platform.machine()]
    steps = [(LOAD, 0, 0, 0)]
    steps += [(IF_EQUAL, len(syncs) - n, 0, number) for n, number in enumerate(syncs)]
    steps += [(RETURN, 0, 0, ALLOW), (RETURN, 0, 0, ERRNO | errno.EIO)]
    packed = b"".join(struct.pack("HBBI", *step) for step in steps)
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(NO_NEW_RIGHTS, 1, 0, 0, 0)
    program = Filter(len(steps), packed)
    if kernel.syscall(seccomp, SET_FILTER, ALL_THREADS, ctypes.byref(program)):
        raise OSError(ctypes.get_errno(), "the kernel takes no filter")


@contextlib.contextmanager
def no_room(pid):
    """No file of the process may grow or be written (EFBIG), until the block ends."""
    old = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, old[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, old)


SERVER = (sys.executable, "-m", "tests.faults.kernel", "run")

if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, lambda *_: refuse_syncs())
    from server.__main__ import main

    main(prog_name="folkmoot")
