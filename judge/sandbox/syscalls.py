"""Which system calls a box may make, and their numbers on the two architectures.

Numbers are those of <asm/unistd_64.h> (x86-64) and <asm-generic/unistd.h> (aarch64), which never change.
What is not here is denied. Deliberately absent: every socket call, fork, vfork, execve, ptrace,
process_vm_*, pidfd_*, mount and namespaces, bpf, perf_event_open, io_uring, userfaultfd, keys,
memfd_create (memory that no address space limit counts), mknod and link, setting ids, priorities,
affinity, sessions or groups, System V and POSIX message queues and shared memory, splice and vmsplice,
inotify and fanotify, personality, modify_ldt, name_to_handle_at, swap, reboot, modules, clocks to set.
"""

from __future__ import annotations

ALLOWED = (
    "read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev", "open",
    "openat", "close", "close_range", "lseek", "fstat", "stat", "lstat", "newfstatat", "statx",
    "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents64", "getcwd", "statfs",
    "fstatfs", "getxattr", "lgetxattr", "fgetxattr", "listxattr", "llistxattr", "flistxattr",
    "chdir", "fchdir", "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat",
    "renameat2", "symlink", "symlinkat", "truncate", "ftruncate", "fallocate", "fsync", "fdatasync",
    "chmod", "fchmod", "fchmodat", "utimensat", "umask", "flock", "dup", "dup2", "dup3",
    "pipe", "pipe2", "poll", "ppoll", "select", "pselect6", "eventfd2", "sendfile",
    "copy_file_range", "fadvise64", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_wait",
    "epoll_pwait", "timerfd_create", "timerfd_settime", "timerfd_gettime", "mmap", "munmap",
    "mprotect", "mremap", "madvise", "msync", "mincore", "brk", "futex", "set_robust_list",
    "get_robust_list", "set_tid_address", "rseq", "membarrier", "arch_prctl", "sched_yield",
    "sched_getaffinity", "sched_getparam", "sched_getscheduler", "sched_get_priority_max",
    "sched_get_priority_min", "sched_rr_get_interval", "getpriority", "getcpu", "nanosleep",
    "clock_nanosleep", "clock_gettime", "clock_getres", "gettimeofday", "time", "times",
    "getrusage", "getrlimit", "sysinfo", "getitimer", "setitimer", "alarm", "pause", "timer_create",
    "timer_settime", "timer_gettime", "timer_getoverrun", "timer_delete", "rt_sigaction",
    "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigtimedwait", "rt_sigsuspend",
    "sigaltstack", "getpid", "gettid", "getppid", "getpgid", "getpgrp", "getsid", "getuid",
    "geteuid", "getgid", "getegid", "getresuid", "getresgid", "getgroups", "uname", "getrandom",
    "exit", "exit_group", "restart_syscall",
)  # fmt: skip
"""Allowed with any arguments; seccomp.py looks at those of clone, kill, tgkill, fcntl, ioctl, prctl and
prlimit64."""

NEWEST = 450
"""The newest call that was weighed for this list; later ones answer ENOSYS."""

# fmt: off
_X86_64 = {
    "read": 0, "write": 1, "readv": 19, "writev": 20, "pread64": 17, "pwrite64": 18, "preadv":
    295, "pwritev": 296, "open": 2, "openat": 257, "close": 3, "close_range": 436, "lseek": 8,
    "fstat": 5, "stat": 4, "lstat": 6, "newfstatat": 262, "statx": 332, "access": 21,
    "faccessat": 269, "faccessat2": 439, "readlink": 89, "readlinkat": 267, "getdents64": 217,
    "getcwd": 79, "statfs": 137, "fstatfs": 138, "getxattr": 191, "lgetxattr": 192, "fgetxattr":
    193, "listxattr": 194, "llistxattr": 195, "flistxattr": 196, "chdir": 80, "fchdir": 81,
    "mkdir": 83, "mkdirat": 258, "rmdir": 84, "unlink": 87, "unlinkat": 263, "rename": 82,
    "renameat": 264, "renameat2": 316, "symlink": 88, "symlinkat": 266, "truncate": 76,
    "ftruncate": 77, "fallocate": 285, "fsync": 74, "fdatasync": 75, "chmod": 90, "fchmod": 91,
    "fchmodat": 268, "utimensat": 280, "umask": 95, "flock": 73, "fcntl": 72, "dup": 32, "dup2":
    33, "dup3": 292, "pipe": 22, "pipe2": 293, "poll": 7, "ppoll": 271, "select": 23,
    "pselect6": 270, "eventfd2": 290, "sendfile": 40, "copy_file_range": 326, "fadvise64": 221,
    "epoll_create": 213, "epoll_create1": 291, "epoll_ctl": 233, "epoll_wait": 232,
    "epoll_pwait": 281, "timerfd_create": 283, "timerfd_settime": 286, "timerfd_gettime": 287,
    "mmap": 9, "munmap": 11, "mprotect": 10, "mremap": 25, "madvise": 28, "msync": 26,
    "mincore": 27, "brk": 12, "futex": 202, "set_robust_list": 273, "get_robust_list": 274,
    "set_tid_address": 218, "rseq": 334, "membarrier": 324, "arch_prctl": 158, "sched_yield":
    24, "sched_getaffinity": 204, "sched_getparam": 143, "sched_getscheduler": 145,
    "sched_get_priority_max": 146, "sched_get_priority_min": 147, "sched_rr_get_interval": 148,
    "getpriority": 140, "getcpu": 309, "nanosleep": 35, "clock_nanosleep": 230, "clock_gettime":
    228, "clock_getres": 229, "gettimeofday": 96, "time": 201, "times": 100, "getrusage": 98,
    "getrlimit": 97, "sysinfo": 99, "getitimer": 36, "setitimer": 38, "alarm": 37, "pause": 34,
    "timer_create": 222, "timer_settime": 223, "timer_gettime": 224, "timer_getoverrun": 225,
    "timer_delete": 226, "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15,
    "rt_sigpending": 127, "rt_sigtimedwait": 128, "rt_sigsuspend": 130, "sigaltstack": 131,
    "getpid": 39, "gettid": 186, "getppid": 110, "getpgid": 121, "getpgrp": 111, "getsid": 124,
    "getuid": 102, "geteuid": 107, "getgid": 104, "getegid": 108, "getresuid": 118, "getresgid":
    120, "getgroups": 115, "uname": 63, "getrandom": 318, "exit": 60, "exit_group": 231,
    "restart_syscall": 219, "clone": 56, "kill": 62, "tgkill": 234, "ioctl": 16, "prctl": 157,
    "prlimit64": 302, "clone3": 435,
}

_AARCH64 = {
    "read": 63, "write": 64, "readv": 65, "writev": 66, "pread64": 67, "pwrite64": 68, "preadv":
    69, "pwritev": 70, "openat": 56, "close": 57, "close_range": 436, "lseek": 62, "fstat": 80,
    "newfstatat": 79, "statx": 291, "faccessat": 48, "faccessat2": 439, "readlinkat": 78,
    "getdents64": 61, "getcwd": 17, "statfs": 43, "fstatfs": 44, "getxattr": 8, "lgetxattr": 9,
    "fgetxattr": 10, "listxattr": 11, "llistxattr": 12, "flistxattr": 13, "chdir": 49, "fchdir":
    50, "mkdirat": 34, "unlinkat": 35, "renameat": 38, "renameat2": 276, "symlinkat": 36,
    "truncate": 45, "ftruncate": 46, "fallocate": 47, "fsync": 82, "fdatasync": 83, "fchmod":
    52, "fchmodat": 53, "utimensat": 88, "umask": 166, "flock": 32, "fcntl": 25, "dup": 23,
    "dup3": 24, "pipe2": 59, "ppoll": 73, "pselect6": 72, "eventfd2": 19, "sendfile": 71,
    "copy_file_range": 285, "fadvise64": 223, "epoll_create1": 20, "epoll_ctl": 21,
    "epoll_pwait": 22, "timerfd_create": 85, "timerfd_settime": 86, "timerfd_gettime": 87,
    "mmap": 222, "munmap": 215, "mprotect": 226, "mremap": 216, "madvise": 233, "msync": 227,
    "mincore": 232, "brk": 214, "futex": 98, "set_robust_list": 99, "get_robust_list": 100,
    "set_tid_address": 96, "rseq": 293, "membarrier": 283, "sched_yield": 124,
    "sched_getaffinity": 123, "sched_getparam": 121, "sched_getscheduler": 120,
    "sched_get_priority_max": 125, "sched_get_priority_min": 126, "sched_rr_get_interval": 127,
    "getpriority": 141, "getcpu": 168, "nanosleep": 101, "clock_nanosleep": 115,
    "clock_gettime": 113, "clock_getres": 114, "gettimeofday": 169, "times": 153, "getrusage":
    165, "getrlimit": 163, "sysinfo": 179, "getitimer": 102, "setitimer": 103, "timer_create":
    107, "timer_settime": 110, "timer_gettime": 108, "timer_getoverrun": 109, "timer_delete":
    111, "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigreturn": 139, "rt_sigpending": 136,
    "rt_sigtimedwait": 137, "rt_sigsuspend": 133, "sigaltstack": 132, "getpid": 172, "gettid":
    178, "getppid": 173, "getpgid": 155, "getsid": 156, "getuid": 174, "geteuid": 175, "getgid":
    176, "getegid": 177, "getresuid": 148, "getresgid": 150, "getgroups": 158, "uname": 160,
    "getrandom": 278, "exit": 93, "exit_group": 94, "restart_syscall": 128, "clone": 220,
    "kill": 129, "tgkill": 131, "ioctl": 29, "prctl": 167, "prlimit64": 261, "clone3": 435,
}
# fmt: on

# <linux/audit.h>: EM_X86_64 and EM_AARCH64 with __AUDIT_ARCH_64BIT and __AUDIT_ARCH_LE
AUDIT_ARCH_X86_64 = 0xC000003E
AUDIT_ARCH_AARCH64 = 0xC00000B7

ARCHITECTURES = {
    "x86_64": (AUDIT_ARCH_X86_64, _X86_64),
    "aarch64": (AUDIT_ARCH_AARCH64, _AARCH64),
}
