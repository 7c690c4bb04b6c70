"""What hostile code tries, and what each try must give: used by every test that attacks the walls.

No pytest in here: an ordinary user's bare interpreter runs the same list (see test_ordinary_user.py).
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from judge.sandbox import Launch, Limits, Sandbox, SessionEnded, Usage
from judge.verdict import Verdict
from judge.wire.frames import to_message

SPEC = {
    "class": "",
    "functional": False,
    "init": 0,
    "methods": [],
    "forbid": [],
    "packages": [],
    "adapter": "",
    "recursion": 1000,
}

QUICK = Limits(cpu_s=0.3, wall_s=8.0, memory_bytes=128 << 20, output_bytes=1 << 20)
ROOMY = Limits(memory_bytes=128 << 20)


@dataclass(frozen=True)
class Outcome:
    reply: bytes
    verdict: Verdict | None
    message: str
    stdout: str
    stderr: str
    seconds: float
    usage: Usage
    pid: int


def perform(sandbox: Sandbox, source: str, limits: Limits = QUICK, packages: tuple[str, ...] = ()) -> Outcome:
    """Run `source` as a submission's module and say how that ended."""
    session = sandbox.open(Launch(limits, packages))
    begin_s = time.monotonic()
    reply, verdict, message = b"", None, ""
    try:
        session.send(to_message(("load", source.encode(), SPEC)))
        session.receive()
        session.send(to_message(("start",)))
        reply = session.receive()
    except SessionEnded as end:
        verdict, message = end.ending.verdict, end.ending.message
    seconds = time.monotonic() - begin_s
    output = session.output()
    usage = session.usage()
    pid = session.pid
    session.close()
    return Outcome(reply, verdict, message, output.stdout, output.stderr, seconds, usage, pid)


NUMBERS = {
    "x86_64": {
        "bpf": 321, "clone": 56, "clone3": 435, "io_uring_setup": 425, "keyctl": 250, "mount": 165,
        "mq_open": 240, "perf_event_open": 298, "personality": 135, "pidfd_open": 434, "prctl": 157,
        "process_vm_readv": 310, "ptrace": 101, "rt_sigqueueinfo": 129, "setns": 308, "shmget": 29,
        "timer_create": 222, "tkill": 200, "unshare": 272, "userfaultfd": 323, "vfork": 58,
    },
    "aarch64": {
        "bpf": 280, "clone": 220, "clone3": 435, "io_uring_setup": 425, "keyctl": 219, "mount": 40,
        "mq_open": 180, "perf_event_open": 241, "personality": 92, "pidfd_open": 434, "prctl": 167,
        "process_vm_readv": 270, "ptrace": 117, "rt_sigqueueinfo": 138, "setns": 268, "shmget": 194,
        "timer_create": 107, "tkill": 130, "unshare": 97, "userfaultfd": 282,
    },
}  # fmt: skip
"""Of <asm/unistd_64.h> and <asm-generic/unistd.h>; a call that a machine does not have fails on it."""

PRELUDE = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
def call(name, *arguments):
    result = libc.syscall(ctypes.c_long(numbers[name]), *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
"""

MUST_FAIL = {
    # files
    "read /etc/shadow": "open('/etc/shadow').read()",
    "read /etc/passwd": "open('/etc/passwd').read()",
    "list /": "assert 'proc' in os.listdir('/')",
    "list a home": "os.listdir('/home')",
    "read the judge's tests": "open({repo!r} + '/tests/sandbox/attacks.py').read()",
    "list problems": "os.listdir({repo!r} + '/problems')",
    "list reference": "os.listdir({repo!r} + '/reference')",
    "list submissions": "os.listdir({repo!r} + '/submissions')",
    "read through a symlink": "os.symlink('/etc/passwd', 'link'); open('link').read()",
    "hard link": "os.link('/etc/passwd', 'hard')",
    "rename out": "open('mine', 'w').close(); os.rename('mine', '/tmp/judge-escape')",
    "write /tmp": "open('/tmp/judge-escape', 'w')",
    "write /var/tmp": "open('/var/tmp/judge-escape', 'w')",
    "write /dev/shm": "open('/dev/shm/judge-escape', 'w')",
    "write the standard library": "open(os.__file__, 'a')",
    "make a FIFO": "os.mkfifo('fifo')",
    "make a device": "os.mknod('device', 0o600 | 0o020000, 0x103)",
    "open a device": "open('/dev/mem', 'rb')",
    "a file over the limit": "open('big', 'wb').write(bytes(32 << 20))",
    "chroot": "os.chroot('.')",
    "give a file away": "open('given', 'w').close(); os.chown('given', 0, 0)",
    # other processes
    "read the parent's memory": "open(f'/proc/{{os.getppid()}}/mem', 'rb')",
    "read the parent's environment": "open(f'/proc/{{os.getppid()}}/environ', 'rb').read()",
    "list the parent's descriptors": "os.listdir(f'/proc/{{os.getppid()}}/fd')",
    "signal the parent": "os.kill(os.getppid() or 1 << 21, 19)",
    "signal everybody": "os.kill(-1, 9)",
    "signal its group": "os.kill(0, 15)",
    "signal the parent by a pipe": "import fcntl; fcntl.fcntl(os.pipe()[0], 8, os.getppid())",
    "signal a thread by a pipe": "import fcntl; fcntl.fcntl(os.pipe()[0], 15, b'\\0' * 8)",
    "choose a pipe's signal": "import fcntl; fcntl.fcntl(os.pipe()[0], 10, 9)",
    "have a pipe send signals": "import fcntl; fcntl.fcntl(os.pipe()[0], 4, 0x2000)",
    "have a pipe send signals by ioctl": "import fcntl; fcntl.ioctl(os.pipe()[0], 0x5452, b'\\1\\0\\0\\0')",
    "be told of a folder by signals": "import fcntl; fcntl.fcntl(os.open('.', os.O_RDONLY), 1026, 2)",
    "be told of a file by signals": "import fcntl; fcntl.fcntl(os.open('leased', os.O_CREAT), 1024, 0)",
    "queue a signal": "call('rt_sigqueueinfo', os.getppid() or 1 << 21, 15, b'\\0' * 128)",
    "signal a foreign thread": "call('tkill', os.getppid() or 1 << 21, 9)",
    "time a foreign thread's signal": (
        "import struct; event = struct.pack('qiii44x', 0, 9, 4, os.getppid() or 1 << 21);"
        "call('timer_create', 1, event, b'\\0' * 8)"
    ),
    "fork": "os.fork()",
    "vfork": "call('vfork')",
    "exec": "os.execv('/bin/true', ['true'])",
    "spawn": "os.posix_spawn('/bin/true', ['true'], {{}})",
    "run a command": "assert os.system('true') == 0",
    "set another session": "os.setsid()",
    "ptrace": "call('ptrace', 16, 1, 0, 0)",
    "process_vm_readv": "call('process_vm_readv', os.getppid(), 0, 0, 0, 0, 0)",
    "pidfd_open": "call('pidfd_open', 1, 0)",
    "become root": "os.setuid(0)",
    "choose a core": "os.sched_setaffinity(0, {{0}})",
    "raise priority": "os.setpriority(os.PRIO_PROCESS, 0, -5)",
    "raise a limit": "import resource; resource.setrlimit(resource.RLIMIT_NPROC, (999, 999))",
    "raise another's stack": "import resource; resource.prlimit(1, resource.RLIMIT_STACK, (9, 9))",
    "outlive the judge": "call('prctl', 1, 0, 0, 0, 0)",
    # network and IPC
    "TCP": "import socket; socket.socket()",
    "UDP": "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "raw": "import socket; socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)",
    "unix": "import socket; socket.socket(socket.AF_UNIX)",
    "netlink": "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)",
    "vsock": "import socket; socket.socket(40)",
    "names": "import socket; socket.getaddrinfo('example.org', 80)",
    "System V shared memory": "call('shmget', 0, 4096, 0o1600)",
    "POSIX message queue": "call('mq_open', b'queue', 0o102, 0o600, 0)",
    "POSIX shared memory": "import _posixshmem; _posixshmem.shm_open('/judge-escape', 66, 0o600)",
    "keyring": "call('keyctl', 0, -3, 0)",
    "memfd": "os.memfd_create('x')",
    # kernel
    "mount": "call('mount', b'none', b'.', b'tmpfs', 0, 0)",
    "unshare": "call('unshare', 0x10000000)",
    "setns": "call('setns', 0, 0)",
    "clone3": "call('clone3', 0, 0)",
    "clone a process": "call('clone', 17, 0, 0, 0, 0)",
    "clone a namespace": "call('clone', 0x10000000 | 17, 0, 0, 0, 0)",
    "bpf": "call('bpf', 0, 0, 0)",
    "perf_event_open": "call('perf_event_open', 0, 0, 0, 0, 0)",
    "io_uring": "call('io_uring_setup', 1, 0)",
    "userfaultfd": "call('userfaultfd', 0)",
    "personality": "call('personality', 0xFFFFFFFF)",
    "push terminal input": "import fcntl; fcntl.ioctl(0, 0x5412, b'x')",
    # packages and the judge itself
    "third-party packages": "import pydantic",
    "the judge's authoring": "import judge.authoring",
    "the judge's sandbox": "import judge.sandbox",
    "memory past the limit": "bytearray(400 << 20)",
    "map memory past the limit": "import mmap; mmap.mmap(-1, 400 << 20)",
}
"""Statements of which each must raise."""


def attack_source(repo: str) -> str:
    """Return one submission that tries everything in MUST_FAIL and prints what worked."""
    tries = [(name, code.format(repo=repo)) for name, code in MUST_FAIL.items()]
    return (
        PRELUDE
        + f"numbers = {NUMBERS[os.uname().machine]!r}\n"
        + f"tries = {tries!r}\n"
        + """
main = os.getpid()
for name, code in tries:
    try:
        exec(code, globals())
    except Exception:
        continue
    if os.getpid() != main:
        os._exit(0)
    print('ESCAPED:', name)
print('tried', len(tries))
"""
    )


STILL_WORKS = """
import asyncio.tasks, bisect, bz2, collections, copy, ctypes, dataclasses, datetime, decimal, enum, fractions
import functools, hashlib, heapq, io, itertools, json, lzma, math, operator, os, queue, random, re, sqlite3
import statistics, string, sys, tempfile, threading, time, typing, zlib
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(4) as pool:
    assert sum(pool.map(lambda n: n * n, range(10))) == 285
with open('note.txt', 'w') as file:
    file.write('hello')
assert os.listdir('.') == ['note.txt'] and open('note.txt').read() == 'hello'
os.mkdir('folder'); os.rename('note.txt', 'folder/note'); os.unlink('folder/note'); os.rmdir('folder')
with tempfile.TemporaryDirectory() as folder:
    open(folder + '/x', 'w').close()
assert os.path.expanduser('~') == os.getcwd()
with open(os.devnull, 'w') as null:
    null.write('x')
assert sys.stdin.read() == ''
assert random.randrange(10) < 10 and os.urandom(4)
time.sleep(0.001)
os.kill(os.getpid(), 0)
assert not sys.stdout.isatty()
sqlite3.connect(':memory:').execute('select 1').fetchone()
import fcntl
with open('locked', 'w') as file:
    fcntl.lockf(file, fcntl.LOCK_EX)
    fcntl.fcntl(file, fcntl.F_SETFD, fcntl.fcntl(file, fcntl.F_GETFD))
    fcntl.fcntl(file, fcntl.F_SETFL, fcntl.fcntl(file, fcntl.F_GETFL) | os.O_NONBLOCK)
    os.close(fcntl.fcntl(file, fcntl.F_DUPFD_CLOEXEC, 9))
sqlite3.connect('note.db').execute('create table notes (text)')
import resource
resource.setrlimit(resource.RLIMIT_STACK, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print('all of it', file=sys.stderr)
print('works')
"""
