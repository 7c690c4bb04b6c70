"""The zygote: a warm interpreter that forks one boxed worker for each session.

It is trusted and holds nothing secret. It is told what to do on descriptor 3, a private SEQPACKET
socket, in marshal: its only peer is the judge that started it.

    ("setup", options)                       once, first; answered by {"layers", "failed", ...}
    ("open", launch) + 3 descriptors         fork a worker; answered by {"pid": ..., "folder": ...}
    ("reap", pid)                            the worker is dead: collect it; {"status", "cpu_s", ...}

The descriptors are the worker's end of the protocol, of stdout and of stderr. The worker itself says
on the protocol, as its first frame, that all walls stand, or why they do not (see box.py).

Two children are kept ready: forked, in their own pid namespace and control groups, and waiting to be told
their launch. Forking copies page tables, and entering a control group may wait tens of milliseconds for
the kernel; nobody waits for either when it was done before.
When the judge goes away, for whatever reason, the socket ends, and the zygote ends all that it started.
"""

from __future__ import annotations

import _signal as signal  # type: ignore[import-not-found]  # without its enums, 3 ms less
import _socket
import gc
import marshal
import os
import select
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import SourceFileLoader
from types import ModuleType

from judge.worker import box, box_cgroup

CONTROL_FD = 3
MAX_REQUEST_BYTES = 1 << 17

IDLE_MS = 3
"""How long the zygote lets pass without a request before it does something that could be in its way."""

LONG_IDLE_MS = 100
"""The same while it may be there for one cold judging only, which needs the cores itself."""

ENTERED = b"entered"
"""A spare's first message, when it is in its control groups; anything else is why it is not."""

SPARES = 2
"""A judging opens a box for the submission and one for the reference."""

PRELOADED = (
    "json", "collections", "heapq", "bisect", "math", "functools", "itertools", "random", "string",
    "re", "operator", "copy", "typing", "collections.abc", "dataclasses", "enum", "abc",
)  # fmt: skip
"""Modules that submissions usually need; imported while nobody is waiting, for the spares that come after."""


def main(home: str) -> None:
    """Serve until the judge goes away. `home` is the folder that holds the judge package."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the judge, which ends us in order
    if len(sys.argv) > 1 and sys.argv[1] == "plain":
        _load_worker(home)
        sys.dont_write_bytecode = True
        box.enter_plain(CONTROL_FD)
        return
    if len(sys.argv) > 1 and sys.argv[1] == "container":
        _load_worker(home)
        sys.dont_write_bytecode = True
        from judge.worker import box_container

        box_container.main()
        return
    control = _socket.socket(fileno=CONTROL_FD)
    kind, options, _ = _receive(control)
    if kind != "setup":
        os._exit(2)
    _load_worker(home)
    sys.dont_write_bytecode = True
    try:
        walls = box.Walls(options)  # type: ignore[arg-type]
    except OSError as error:
        _send(control, {"no_namespaces": str(error)})
        os._exit(2)
    _send(control, walls.describe())
    _Zygote(control, walls).serve()


class _Kept:
    """Imports the rest of judge.worker from code objects that the zygote read while it could.

    Running them all would double the zygote's start, and most boxes never need them.
    """

    def __init__(self, names: list[str], folder: str) -> None:
        self._codes = {}
        for name in names:
            loader = SourceFileLoader(name, f"{folder}/{name.rpartition('.')[2]}.py")
            self._codes[name] = loader.get_code(name)

    def find_spec(self, name: str, path: object = None, target: object = None) -> object:
        return ModuleSpec(name, self) if name in self._codes else None  # type: ignore[arg-type]

    def create_module(self, spec: object) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        code = self._codes[module.__name__]
        assert code is not None
        exec(code, module.__dict__)


def _load_worker(home: str) -> None:
    """Import the runner, keep the code of the worker's other modules, forget where they came from."""
    folder = os.path.join(home, "judge", "worker")
    rest = []
    for file in os.listdir(folder):
        module, _, ending = file.partition(".")
        name = f"judge.worker.{module}"
        if ending == "py" and not module.startswith("_") and name not in sys.modules:
            rest.append(name)
    sys.meta_path.insert(0, _Kept(rest, folder))  # type: ignore[arg-type]
    for name, loaded in list(sys.modules.items()):
        if name.partition(".")[0] == "judge" and hasattr(loaded, "__path__"):
            loaded.__path__ = []
    sys.path_importer_cache.clear()
    main = sys.modules["__main__"]
    main.__file__ = None
    main.__spec__ = None


def _receive(control: _socket.socket) -> tuple[str, object, list[int]]:
    """Return one request and its descriptors; end the process when the judge is gone."""
    try:
        text, ancillary, _, _ = control.recvmsg(MAX_REQUEST_BYTES, _socket.CMSG_SPACE(3 * 4))
    except OSError:
        text, ancillary = b"", []
    fds = []
    for level, kind, content in ancillary:
        if level == _socket.SOL_SOCKET and kind == _socket.SCM_RIGHTS:
            fds = list(memoryview(content[: len(content) // 4 * 4]).cast("i"))
    if not text:
        return "end", None, fds
    name, body = marshal.loads(text)
    return name, body, fds


def _enter_groups(groups: box_cgroup.Groups | None, number: int, line: _socket.socket) -> None:
    """Enter the groups of this box, as a spare, and say so; or say why not, and end."""
    try:
        if groups is not None:
            groups.enter(str(number))
    except OSError as error:
        line.send(str(error.strerror).encode())
        os._exit(1)
    line.send(ENTERED)


def _await_launch(line: _socket.socket) -> tuple[dict[str, object], str, list[int]]:
    """Wait, as a spare, for what this box is to be: the launch, the work folder, the descriptors."""
    name, told, fds = _receive(line)
    if name != "launch":
        os._exit(0)
    return told[0], told[1], fds  # type: ignore[index]


def _send(control: _socket.socket, answer: dict[str, object]) -> None:
    try:
        control.sendall(marshal.dumps(answer, 2))
    except OSError:  # the judge is gone; the next receive says so
        pass


class _Spare:
    """A child that waits for its launch."""

    def __init__(self, pid: int, number: int, line: _socket.socket) -> None:
        self.pid = pid
        self.number = number
        self.line = line


class _NoGroups(Exception):
    """The groups of a box could be made, but not entered."""


class _Zygote:
    def __init__(self, control: _socket.socket, walls: box.Walls) -> None:
        self._control = control
        self._walls = walls
        self._spares: list[_Spare] = []
        self._folders: dict[int, str] = {}
        self._numbers: dict[int, int] = {}
        self._made = 0
        """Spares so far: more than the first ones, and this is no single cold judging."""
        self._failed = False
        """The last spare could not be made; a request that needs one tries again."""
        self._left = list(PRELOADED)

    def serve(self) -> None:
        gc.freeze()
        poll = select.poll()
        poll.register(self._control.fileno(), select.POLLIN)
        while True:
            while self._has_chores() and not poll.poll(self._idle_ms()):
                self._do_chore()
            name, body, fds = _receive(self._control)
            if name == "open":
                self._open(body, fds)  # type: ignore[arg-type]
            elif name == "reap":
                self._reap(body)  # type: ignore[arg-type]
            else:
                self._end()

    def _has_chores(self) -> bool:
        return bool(self._left) or (len(self._spares) < SPARES and not self._failed)

    def _idle_ms(self) -> int:
        """How long to wait for a request before the next chore."""
        if self._made < SPARES:
            return 0
        return IDLE_MS if self._made > SPARES else LONG_IDLE_MS

    def _do_chore(self) -> None:
        """Make a spare or import one module."""
        if len(self._spares) < SPARES and not self._failed:
            try:
                self._make_spare()
            except OSError:  # the next request finds out, and says so
                self._failed = True
            return
        __import__(self._left.pop(0))
        if not self._left:
            gc.collect()
            gc.freeze()

    def _make_spare(self) -> None:
        """Fork a child that enters groups of its own. Raises OSError."""
        self._made += 1
        number = self._made
        groups = self._walls.groups
        if groups is not None:
            groups.make(str(number))
        ours, theirs = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_SEQPACKET)
        pid = self._walls.fork()
        if pid == 0:
            # Descriptors of another spare's line would keep that from seeing the zygote's end
            for held in (self._control, ours, *(spare.line for spare in self._spares)):
                held.close()
            box.die_with_parent()
            _enter_groups(groups, number, theirs)
            launch, folder, fds = _await_launch(theirs)
            theirs.close()
            box.enter(self._walls, launch, fds, folder, number)
            os._exit(1)
        theirs.close()
        self._folders[pid] = ""
        self._numbers[pid] = number
        self._spares.append(_Spare(pid, number, ours))
        self._failed = False

    def _discard(self, spare: _Spare) -> None:
        spare.line.close()
        self._collect(spare.pid)

    def _open(self, launch: dict[str, object], fds: list[int]) -> None:
        if len(fds) != 3:
            _send(self._control, {"failed": "the request came without its descriptors"})
            return
        try:
            pid = self._start(launch, fds)
        except _NoGroups as error:
            _send(self._control, {"no_cgroup": str(error)})
        except OSError as error:
            _send(self._control, {"failed": str(error)})
        else:
            _send(self._control, {"pid": pid, "folder": self._folders[pid]})
        finally:
            for fd in fds:
                os.close(fd)

    def _start(self, launch: dict[str, object], fds: list[int]) -> int:
        """Give a spare its launch; return its pid. Raises OSError, _NoGroups."""
        rights = b"".join(fd.to_bytes(4, sys.byteorder) for fd in fds)
        while True:
            fresh = not self._spares
            if fresh:
                self._make_spare()
            spare = self._spares.pop(0)
            try:
                entered = spare.line.recv(MAX_REQUEST_BYTES)
                if entered not in (b"", ENTERED):
                    self._discard(spare)
                    raise _NoGroups(entered.decode())
                if self._walls.groups is not None:
                    self._walls.groups.limit(
                        str(spare.number),
                        launch["memory_bytes"],  # type: ignore[arg-type]
                        launch["processes"],  # type: ignore[arg-type]
                    )
                folder = self._folders[spare.pid] = self._walls.make_folder(spare.number)
                message = marshal.dumps(("launch", (launch, folder)), 2)
                spare.line.sendmsg([message], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, rights)])
            except OSError:
                self._discard(spare)
                if fresh:
                    raise
                continue  # something ended it while it waited
            spare.line.close()
            return spare.pid

    def _reap(self, pid: int) -> None:
        """Collect a worker that the judge has seen dead, or has killed; end what it left behind."""
        try:
            _send(self._control, self._collect(pid))
        except OSError as error:
            _send(self._control, {"failed": f"worker {pid} cannot be collected: {error}"})

    def _collect(self, pid: int) -> dict[str, object]:
        os.kill(pid, signal.SIGKILL)
        _, status, usage = os.wait4(pid, 0)
        folder = self._folders.pop(pid, "")
        number = self._numbers.pop(pid, 0)
        box.end_orphans(set(self._folders))
        box.remove_folder(folder)
        groups = self._walls.groups
        return {
            "status": status,
            "cpu_s": usage.ru_utime + usage.ru_stime,
            "peak_bytes": usage.ru_maxrss * 1024,
            "out_of_memory": groups is not None and groups.remove(str(number)),
        }

    def _end(self) -> None:
        for pid in self._folders:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except OSError:
                pass
        box.end_orphans(set())
        for folder in self._folders.values():
            box.remove_folder(folder)
        self._walls.close()
        os._exit(0)
