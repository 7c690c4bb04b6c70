"""The worker's side of the Docker backend: one box in one container.

The container is the wall; this process, its only one beside the init, relays between the attached streams
and the box that it forks, whose own walls (rlimits, Landlock where the engine lets it, seccomp) hold it
apart from the relay. On standard output go chunks: one letter, four bytes of length, the bytes.

    R  ready, once, when the container is warm        P  the box's protocol
    O  its stdout                                      E  its stderr
    X  its end, in JSON: status, cpu_s, peak_bytes

Standard input carries one frame in marshal, the launch, and then the protocol's other direction. When it
ends, the judge is gone, and so is the box.
"""

from __future__ import annotations

import _socket
import json
import marshal
import os
import select
import signal
import sys

from judge.wire.frames import frame
from judge.worker import box, box_files, box_kernel, runner

CHUNK_BYTES = 1 << 16
WORK = "/work"
MOST_CHUNKS = 64
"""Read from a pipe before a reply is passed on: more than a pipe can hold."""


def main() -> None:
    """Say that the container is warm, wait for the launch, fork the box and relay until it ends."""
    _send(b"R", b"")
    launch = _read_launch()
    ours, theirs = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_STREAM)
    out, out_end = os.pipe()
    err, err_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        _enter(launch, [theirs.fileno(), out_end, err_end])
    theirs.close()
    os.close(out_end)
    os.close(err_end)
    _relay(pid, ours, out, err)
    _, status, usage = os.wait4(pid, 0)
    answer = {
        "status": status,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "peak_bytes": usage.ru_maxrss * 1024,
    }
    _send(b"X", json.dumps(answer).encode())
    os._exit(0)


def _send(tag: bytes, body: bytes) -> None:
    left = memoryview(tag + len(body).to_bytes(4, "big") + body)
    try:
        while left:
            left = left[os.write(1, left) :]
    except OSError:  # the judge is gone, and the container goes with this process
        os._exit(0)


def _read_launch() -> dict[str, object]:
    def take(count: int) -> bytes:
        text = b""
        while len(text) < count:
            part = os.read(0, count - len(text))
            if not part:
                os._exit(0)
            text += part
        return text

    launch: dict[str, object] = marshal.loads(take(int.from_bytes(take(4), "big")))
    return launch


def _relay(pid: int, protocol: _socket.socket, out: int, err: int) -> None:
    """Move bytes both ways until the box is dead and what it left in its pipes is read."""
    exit_fd = os.pidfd_open(pid)
    tags = {protocol.fileno(): b"P", out: b"O", err: b"E"}
    for fd in tags:
        os.set_blocking(fd, False)
    poll = select.poll()
    for fd in (0, exit_fd, *tags):
        poll.register(fd, select.POLLIN)
    backlog = memoryview(b"")
    dead = False
    while tags:
        for fd, event in poll.poll(0 if dead else None):
            if fd == exit_fd:
                dead = True
                poll.unregister(exit_fd)
                continue
            if fd == 0:
                backlog = memoryview(os.read(0, CHUNK_BYTES))
                if not backlog:
                    os.kill(pid, signal.SIGKILL)
                poll.unregister(0)
                if not backlog or protocol.fileno() not in tags:
                    continue
                poll.modify(protocol.fileno(), select.POLLIN | select.POLLOUT)
                continue
            if event & (select.POLLIN | select.POLLHUP | select.POLLERR):
                if fd == protocol.fileno():
                    # What was printed before a reply must not arrive after it
                    for pipe in (out, err):
                        for _ in range(MOST_CHUNKS):
                            if pipe not in tags or not _pass_on(pipe, tags, poll):
                                break
                if fd in tags:
                    _pass_on(fd, tags, poll)
                if fd not in tags:
                    continue
            if event & select.POLLOUT:
                try:
                    backlog = backlog[protocol.send(backlog, _socket.MSG_DONTWAIT) :]
                except BlockingIOError:
                    continue
                except OSError:
                    backlog = memoryview(b"")
                if not backlog:
                    poll.modify(fd, select.POLLIN)
                    poll.register(0, select.POLLIN)
        if dead and not poll.poll(0):
            return


def _pass_on(fd: int, tags: dict[int, bytes], poll: select.poll) -> bool:
    """Send on what one descriptor has now; False when that is nothing more."""
    try:
        part = os.read(fd, CHUNK_BYTES)
    except BlockingIOError:
        return False
    except OSError:
        part = b""
    _send(tags[fd], part)  # an empty chunk is its end
    if not part:
        poll.unregister(fd)
        del tags[fd]
    return bool(part)


def _enter(launch: dict[str, object], fds: list[int]) -> None:
    """Put up what a container leaves to us, in the child; never returns."""
    protocol = fds[0]
    layers = ["process-group", "no-new-privs", "rlimits"]
    try:
        os.setsid()
        box_kernel.prctl(box_kernel.PR_SET_NO_NEW_PRIVS, 1)
        box_kernel.prctl(box_kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        moved = [os.dup(fd) for fd in (os.open("/dev/null", os.O_RDONLY), fds[1], fds[2], fds[0])]
        for target, fd in enumerate(moved):
            os.dup2(fd, target, inheritable=False)
        protocol = box.PROTOCOL_FD
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        packages = box_files.find_installed(launch["packages"])  # type: ignore[arg-type]
        if packages:
            box_files.offer_packages(packages)
        stdlib = [path for path in sys.path if os.path.isdir(path)]
        box_files.remember_listings()
        with open("/proc/self/statm", "rb") as statm:
            mapped = box.mapped_bytes_of(statm.read())
        os.chdir(WORK)
        box.clean_environment(WORK)
        rules = _rules(stdlib, packages)
        os.closerange(box.PROTOCOL_FD + 1, rules.fd if rules else 1 << 20)
        if rules:
            os.closerange(rules.fd + 1, 1 << 20)
        box_kernel.prctl(box_kernel.PR_SET_DUMPABLE, 0)
        # The container counts processes itself; its uid is also that of other containers
        box.set_limits(launch, mapped, 1 << 16)
        if rules:
            rules.enforce()
            os.close(rules.fd)
            layers.append("landlock")
        program: bytes = launch["filter"]  # type: ignore[assignment]
        if program:
            own_pid_at: list[int] = launch["own_pid_at"]  # type: ignore[assignment]
            box_kernel.load_filter(box.with_own_pid(program, own_pid_at))
            layers.append("seccomp")
        answer = b" ".join([box.READY, *(name.encode() for name in layers)])
    except Exception as error:  # any failure means that a wall is missing
        answer = f"{type(error).__name__}: {error}".encode()
    os.write(protocol, frame(answer))
    if answer.startswith(box.READY):
        runner.serve(box.PROTOCOL_FD, box.PROTOCOL_FD)
    os._exit(1)


def _rules(stdlib: list[str], packages: dict[str, str]) -> box_kernel.Ruleset | None:
    try:
        rules = box_kernel.Ruleset()
    except OSError:  # an old kernel, or an engine whose own filter denies it
        return None
    library = [*box_files.readable_entries(stdlib), *packages.values()]
    wanted = [(path, box_kernel.FS_READ) for path in library]
    wanted.append((WORK, box_kernel.FS_WORK))
    wanted.append(("/dev/null", box_kernel.FS_READ_FILE | box_kernel.FS_WRITE_FILE))
    for path, access in wanted:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
        if not os.path.isdir(path):
            access &= box_kernel.FS_READ_FILE | box_kernel.FS_WRITE_FILE
        rules.allow(fd, access)
        os.close(fd)
    return rules
