"""The system call filter: assembled here, in the trusted process, and loaded by the box last of all.

A classic BPF program over struct seccomp_data. It opens with the architecture: calls of another one
(int 0x80, x32) kill the process, since their numbers mean something else. Then every call is denied
with EPERM, so that a contestant sees an ordinary Python exception, unless it is on the list of what an
interpreter with threads needs. Calls that are newer than the list answer ENOSYS, and so does clone3,
whose arguments no filter can see: the C library then falls back on clone.
"""

from __future__ import annotations

import os
import struct

from judge.errors import SandboxError
from judge.sandbox.syscalls import ALLOWED, ARCHITECTURES, NEWEST

# <linux/bpf_common.h>, <linux/filter.h>
BPF_LD_W_ABS = 0x20
BPF_ALU_AND_K = 0x54
BPF_JMP_JEQ_K = 0x15
BPF_JMP_JGT_K = 0x25
BPF_JMP_JGE_K = 0x35
BPF_RET_K = 0x06

# <linux/seccomp.h>
SECCOMP_RET_KILL_PROCESS = 0x80000000
SECCOMP_RET_ERRNO = 0x00050000
SECCOMP_RET_ALLOW = 0x7FFF0000
OFFSET_NR = 0
OFFSET_ARCH = 4
OFFSET_ARGS = 16
"""offsetof(struct seccomp_data, args); each is 64 bits, its low half first on little-endian machines."""

X32_SYSCALL_BIT = 0x40000000  # <asm/unistd.h>

EPERM = 1  # <asm-generic/errno-base.h>
ENOSYS = 38  # <asm-generic/errno.h>

# <linux/sched.h>
CLONE_VM = 0x00000100
CLONE_FS = 0x00000200
CLONE_FILES = 0x00000400
CLONE_SIGHAND = 0x00000800
CLONE_PTRACE = 0x00002000
CLONE_THREAD = 0x00010000
CLONE_UNTRACED = 0x00800000
CLONE_NEW_ANY = 0x7E020080
"""CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET and NEWTIME."""
THREAD_FLAGS = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD

# <asm-generic/ioctls.h>: what isatty, inheritable descriptors and pipes need; no TIOCSTI,
# nor FIOASYNC, FIOSETOWN and SIOCSPGRP, which are fcntl's signals once more
IOCTLS = (0x5401, 0x541B, 0x5421, 0x5450, 0x5451)
"""TCGETS, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX."""

# <asm-generic/fcntl.h>, <linux/fcntl.h>
F_SETFL = 4
FCNTLS = (0, 1, 2, 3, 5, 6, 7, 1030)
"""F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_GETLK, F_SETLK, F_SETLKW, F_DUPFD_CLOEXEC: duplicates and locks.

Not F_SETOWN and F_SETSIG, with which a pipe sends any signal to any process of the same user.
"""
O_ASYNC = 0x2000

RLIMIT_STACK = 3
"""<asm-generic/resource.h>"""

# <linux/prctl.h>
PRCTLS = (15, 16)
"""PR_SET_NAME, PR_GET_NAME."""

OWN_PID = 0x7FFFFFF1
"""Stands where the worker puts its own pid before it loads the program."""


class Program:
    """A growing BPF program."""

    def __init__(self) -> None:
        self._code: list[tuple[int, int, int, int]] = []

    def add(self, code: int, k: int, jump_true: int = 0, jump_false: int = 0) -> None:
        self._code.append((code, jump_true, jump_false, k))

    def allow_if(self, number: int) -> None:
        """Allow the call `number`, whatever its arguments."""
        self.add(BPF_JMP_JEQ_K, number, 0, 1)
        self.add(BPF_RET_K, SECCOMP_RET_ALLOW)

    def refuse_if(self, number: int, error: int) -> None:
        """Answer the call `number` with `error`."""
        self.add(BPF_JMP_JEQ_K, number, 0, 1)
        self.add(BPF_RET_K, SECCOMP_RET_ERRNO | error)

    def judge_by_argument(self, number: int, index: int, tests: Program) -> None:
        """For the call `number`, load the low half of an argument and run `tests`, which must return."""
        body = [(BPF_LD_W_ABS, 0, 0, OFFSET_ARGS + 8 * index), *tests._code]
        self.add(BPF_JMP_JEQ_K, number, 0, len(body))
        self._code += body

    def deny(self) -> None:
        self.add(BPF_RET_K, SECCOMP_RET_ERRNO | EPERM)

    def bytes(self) -> bytes:
        """Return the program as an array of struct sock_filter."""
        return b"".join(struct.pack("HBBI", *instruction) for instruction in self._code)


def _one_of(values: tuple[int, ...]) -> Program:
    tests = Program()
    for value in values:
        tests.add(BPF_JMP_JEQ_K, value, 0, 1)
        tests.add(BPF_RET_K, SECCOMP_RET_ALLOW)
    tests.deny()
    return tests


def _descriptor_commands() -> Program:
    """fcntl, its command loaded; F_SETFL may set anything but O_ASYNC, the switch of a pipe's signals."""
    tests = Program()
    for command in FCNTLS:
        tests.add(BPF_JMP_JEQ_K, command, 0, 1)
        tests.add(BPF_RET_K, SECCOMP_RET_ALLOW)
    tests.add(BPF_JMP_JEQ_K, F_SETFL, 0, 4)
    tests.add(BPF_LD_W_ABS, OFFSET_ARGS + 8 * 2)
    tests.add(BPF_ALU_AND_K, O_ASYNC)
    tests.add(BPF_JMP_JEQ_K, 0, 0, 1)
    tests.add(BPF_RET_K, SECCOMP_RET_ALLOW)
    tests.deny()
    return tests


def _thread_flags() -> Program:
    tests = Program()
    tests.add(BPF_ALU_AND_K, THREAD_FLAGS | CLONE_NEW_ANY | CLONE_PTRACE | CLONE_UNTRACED)
    tests.add(BPF_JMP_JEQ_K, THREAD_FLAGS, 0, 1)
    tests.add(BPF_RET_K, SECCOMP_RET_ALLOW)
    tests.deny()
    return tests


def _limits() -> Program:
    """prlimit64, its third argument's low half loaded: reading is allowed, setting is not.

    Who raises its own stack is told that it worked, since files for deep recursion often begin with it, and
    nothing is done: the submission's thread has a big stack already.
    """
    tests = Program()
    tests.add(BPF_JMP_JEQ_K, 0, 0, 3)
    tests.add(BPF_LD_W_ABS, OFFSET_ARGS + 8 * 2 + 4)
    tests.add(BPF_JMP_JEQ_K, 0, 0, 1)
    tests.add(BPF_RET_K, SECCOMP_RET_ALLOW)
    tests.add(BPF_LD_W_ABS, OFFSET_ARGS + 8)
    tests.add(BPF_JMP_JEQ_K, RLIMIT_STACK, 0, 3)
    tests.add(BPF_LD_W_ABS, OFFSET_ARGS)
    tests.add(BPF_JMP_JEQ_K, 0, 0, 1)
    tests.add(BPF_RET_K, SECCOMP_RET_ERRNO)  # no error, and no call
    tests.deny()
    return tests


def build_filter(machine: str | None = None) -> tuple[bytes, list[int]]:
    """Return the program and the offsets in it where the worker's own pid belongs.

    Raises SandboxError on an architecture whose call numbers are not known here.
    """
    machine = machine or os.uname().machine
    if machine not in ARCHITECTURES:
        raise SandboxError(f"there is no system call filter for {machine} machines")
    audit_arch, numbers = ARCHITECTURES[machine]
    program = Program()
    program.add(BPF_LD_W_ABS, OFFSET_ARCH)
    program.add(BPF_JMP_JEQ_K, audit_arch, 1, 0)
    program.add(BPF_RET_K, SECCOMP_RET_KILL_PROCESS)
    program.add(BPF_LD_W_ABS, OFFSET_NR)
    if machine == "x86_64":
        program.add(BPF_JMP_JGE_K, X32_SYSCALL_BIT, 0, 1)
        program.add(BPF_RET_K, SECCOMP_RET_KILL_PROCESS)
    for name in ALLOWED:
        if name in numbers:
            program.allow_if(numbers[name])
    program.judge_by_argument(numbers["clone"], 0, _thread_flags())
    program.judge_by_argument(numbers["kill"], 0, _one_of((OWN_PID,)))
    program.judge_by_argument(numbers["tgkill"], 0, _one_of((OWN_PID,)))
    program.judge_by_argument(numbers["fcntl"], 1, _descriptor_commands())
    program.judge_by_argument(numbers["ioctl"], 1, _one_of(IOCTLS))
    program.judge_by_argument(numbers["prctl"], 0, _one_of(PRCTLS))
    program.judge_by_argument(numbers["prlimit64"], 2, _limits())
    program.refuse_if(numbers["clone3"], ENOSYS)
    program.add(BPF_JMP_JGT_K, NEWEST, 0, 1)
    program.add(BPF_RET_K, SECCOMP_RET_ERRNO | ENOSYS)
    program.deny()
    code = program.bytes()
    own = struct.pack("I", OWN_PID)
    return code, [at + 4 for at in range(0, len(code), 8) if code[at + 4 : at + 8] == own]
