"""Hostile code against the walls, for each set of walls that must hold alone."""

from __future__ import annotations

import glob
import os
from pathlib import Path

import pytest

from judge.sandbox import Limits, Sandbox
from judge.sandbox.syscalls import ARCHITECTURES, NEWEST
from judge.verdict import Verdict

from .attacks import MUST_FAIL, QUICK, ROOMY, STILL_WORKS, attack_source, perform

REPO = str(Path(__file__).resolve().parents[2])
GOOD = "print('well')"


def litter() -> set[str]:
    """What a box could have left on this machine."""
    return set(glob.glob("/tmp/judge-escape*") + glob.glob("/dev/shm/*") + glob.glob("/var/tmp/*"))


X86_ONLY = pytest.mark.skipif(
    os.uname().machine != "x86_64", reason="aarch64 enters its 32-bit mode by exec alone, which is denied"
)


@pytest.fixture(autouse=True)
def undisturbed(sandbox: Sandbox) -> object:
    """After every attack nothing runs, nothing lies about, and the next judging is a normal one."""
    before = litter()
    yield
    outcome = perform(sandbox, GOOD)
    assert outcome.stdout == "well\n"
    assert outcome.verdict is None
    assert not os.path.exists(f"/proc/{outcome.pid}")
    assert litter() <= before


def test_everything_that_must_fail_fails(sandbox: Sandbox) -> None:
    """Files, processes, network, IPC and kernel interfaces give nothing, as ordinary exceptions."""
    outcome = perform(sandbox, attack_source(REPO), ROOMY)
    assert outcome.stdout == f"tried {len(MUST_FAIL)}\n", (outcome.stdout, outcome.message)
    assert outcome.reply == b'{"ok":true}'


UPROBES = [335, 336]
"""uretprobe and uprobe, which Linux 6.14 shows to no filter: outside of a probe they end the process."""


def test_no_other_call_gets_through(sandbox: Sandbox) -> None:
    """On this architecture every number that is not on the list is refused, the unknown ones as unknown."""
    known = sorted(ARCHITECTURES[os.uname().machine][1].values())
    if os.uname().machine == "x86_64":
        known += UPROBES
    source = (
        "import ctypes, errno\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        f"for number in sorted(set(range({NEWEST} + 20)) - set({known})):\n"
        "    found = libc.syscall(ctypes.c_long(number), *[ctypes.c_long(-1)] * 6)\n"
        f"    refusal = errno.EPERM if number <= {NEWEST} else errno.ENOSYS\n"
        "    if (found, ctypes.get_errno()) != (-1, refusal):\n"
        "        print(number, found, ctypes.get_errno())\n"
        "print('tried')\n"
    )
    assert perform(sandbox, source, ROOMY).stdout == "tried\n"


def test_what_solutions_need_works(sandbox: Sandbox) -> None:
    """The standard library, threads, sleeping and files in the work folder are as usual."""
    outcome = perform(sandbox, STILL_WORKS, ROOMY)
    assert outcome.stdout == "works\n", (outcome.reply, outcome.stderr, outcome.message)
    assert outcome.stderr == "all of it\n"


@pytest.mark.parametrize(
    ("source", "verdict", "words"),
    [
        ("while True: pass", Verdict.TLE, "CPU time limit"),
        ("(7 ** 10_000_000) ** 1000", Verdict.TLE, "CPU time limit"),
        ("import re; re.match('(a+)+$', 'a' * 60 + 'b')", Verdict.TLE, "CPU time limit"),
        (
            "import signal\nfor n in range(1, 65):\n    try: signal.signal(n, signal.SIG_IGN)\n"
            "    except (OSError, ValueError): pass\nwhile True: pass",
            Verdict.TLE,
            "CPU time limit",
        ),
        (
            "import threading\ndef spin():\n    while True: pass\n"
            "for _ in range(4): threading.Thread(target=spin).start()\nspin()",
            Verdict.TLE,
            "CPU time limit",
        ),
        ("import os; os._exit(0)", Verdict.RTE, "exited (status 0)"),
        ("import os; os._exit(7)", Verdict.RTE, "exited (status 7)"),
        ("import os; os.close(3)\nwhile True: pass", Verdict.RTE, "closed its connection"),
        ("import os; os.closerange(0, 100)\nwhile True: pass", Verdict.RTE, "closed"),
        ("import ctypes; ctypes.string_at(0)", Verdict.RTE, "SIGSEGV, segmentation fault"),
        # SIGABRT, or what follows where the kernel keeps signals from a namespace's first process
        ("import os; os.abort()", Verdict.RTE, "crashed: SIG"),
        (
            "import os; os.write(3, b'\\xff\\xff\\xff\\xff' + b'x' * 100)\nwhile True: pass",
            Verdict.RTE,
            "malformed reply",
        ),
        ("while True: print('flood' * 1000)", Verdict.OLE, "printed more than 1 MiB"),
        ("import os\nwhile True: os.write(2, b'\\0\\xff' * 4096)", Verdict.OLE, "printed more"),
        pytest.param(
            "import ctypes, mmap\nm = mmap.mmap(-1, 4096, prot=7)\n"
            "m.write(bytes.fromhex('b8 14 00 00 00 cd 80 c3'.replace(' ', '')))\n"  # mov eax, 20; int 0x80
            "ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(m)))()\n",
            Verdict.RTE,
            "SIGSYS",
            marks=X86_ONLY,
        ),
        pytest.param(
            "import ctypes\nctypes.CDLL(None).syscall(ctypes.c_long(0x40000000 | 39))",  # x32 getpid
            Verdict.RTE,
            "SIGSYS",
            marks=X86_ONLY,
        ),
    ],
)  # fmt: skip
def test_endings(sandbox: Sandbox, source: str, verdict: Verdict, words: str) -> None:
    """Whatever ends a session earns the right verdict with words that name the reason, in time."""
    outcome = perform(sandbox, source)
    assert (outcome.verdict, words in outcome.message) == (verdict, True), outcome
    assert outcome.seconds < QUICK.wall_s + 2


def test_sleeping_ends_at_the_wall_limit(sandbox: Sandbox) -> None:
    """A worker that does nothing is ended in time, and the words say that it was idle."""
    outcome = perform(sandbox, "import time; time.sleep(60)", Limits(wall_s=0.5))
    assert outcome.verdict is Verdict.TLE
    assert "wall time limit of the session (0.5 s" in outcome.message
    assert 0.5 <= outcome.seconds < 2.5


def test_forged_frame_is_only_a_reply(sandbox: Sandbox) -> None:
    """A frame that the submission writes itself arrives as untrusted bytes, and nothing breaks."""
    outcome = perform(sandbox, "import os; os.write(3, b'\\0\\0\\0\\x05HELLO')")
    assert outcome.reply == b"HELLO"


def test_half_a_frame_ends_with_the_process(sandbox: Sandbox) -> None:
    """An incomplete frame followed by an exit is an exit, never a result."""
    outcome = perform(sandbox, "import os; os.write(3, b'\\0\\0\\0\\x05HE'); os._exit(0)")
    assert (outcome.verdict, outcome.reply) == (Verdict.RTE, b"")


def test_thread_bomb_is_held(sandbox: Sandbox) -> None:
    """Threads past the limit raise in the submission and hurt nobody."""
    source = (
        "import threading\nstop = threading.Event()\nstarted = 0\n"
        "try:\n    while started < 2000:\n"
        "        threading.Thread(target=stop.wait, daemon=True).start()\n        started += 1\n"
        "except RuntimeError:\n    pass\nfinally:\n    stop.set()\nprint(started < 500)"
    )
    assert perform(sandbox, source).stdout == "True\n"


def test_descriptor_exhaustion_is_held(sandbox: Sandbox) -> None:
    """Opening descriptors without end raises in the submission."""
    source = (
        "import os\nfds = []\ntry:\n    while len(fds) < 5000: fds += os.pipe()\n"
        "except OSError: pass\nprint(len(fds) < 100)\nfor fd in fds: os.close(fd)"
    )
    assert perform(sandbox, source).stdout == "True\n"


def test_deep_folders_are_removed(sandbox: Sandbox) -> None:
    """A work folder nested far deeper than a path can be long is gone afterwards."""
    source = "import os\nfor _ in range(3000):\n    os.mkdir('ddd'); os.chdir('ddd')\n"
    perform(sandbox, source)
    assert not glob.glob(f"/tmp/judge-{os.getpid()}-*/1/ddd")


LITTERS = """
written = 0
try:
    while written < 480:
        with open(f'file{written}', 'wb') as file:
            file.write(bytes(8 << 20))
        written += 8
except OSError as error:
    print(error.strerror)
"""


def test_the_work_folder_is_bounded_as_a_whole(sandbox: Sandbox) -> None:
    """Many files that are allowed one by one: the file system has no room, or the watchdog ends the box."""
    outcome = perform(sandbox, LITTERS, Limits(cpu_s=20, file_bytes=16 << 20))
    if "namespaces" in sandbox.layers():
        assert outcome.stdout == "No space left on device\n"
    else:
        assert (outcome.verdict, outcome.message) == (Verdict.OLE, "wrote more than 64 MiB into files")


def test_nothing_of_one_box_reaches_the_next(sandbox: Sandbox) -> None:
    """Files that one judging wrote are not there for another."""
    perform(sandbox, "open('left', 'w').write('x')")
    assert perform(sandbox, "import os; print(os.listdir('.'))").stdout == "[]\n"


def test_memory_limit_counts_from_the_bare_worker(sandbox: Sandbox) -> None:
    """What the limit allows can be used, what it forbids raises MemoryError, and the peak is seen."""
    limits = Limits(memory_bytes=256 << 20)
    outcome = perform(sandbox, "b = bytearray(200 << 20)\nprint(len(b))", limits)
    assert outcome.stdout == f"{200 << 20}\n"
    assert 180 << 20 < outcome.usage.peak_memory_bytes < 256 << 20
    outcome = perform(sandbox, "b = bytearray(400 << 20)", limits)
    assert b"MemoryError" in outcome.reply


def test_memory_that_no_rlimit_counts(sandbox: Sandbox) -> None:
    """Memory in use beyond the limit is MLE, whatever it was mapped as, with control groups or without."""
    # Address space has room for the modules that a worker loads; memory in use has less of it
    source = "b = b'x' * (112 << 20)"
    outcome = perform(sandbox, source, Limits(memory_bytes=64 << 20, cpu_s=9, wall_s=20))
    assert (outcome.verdict, "more memory than the limit of 64 MiB" in outcome.message) == (
        Verdict.MLE,
        True,
    ), outcome


def test_output_is_kept_up_to_its_cap(sandbox: Sandbox) -> None:
    """The first 64 KiB are shown, all is counted, bytes that are no UTF-8 are replaced."""
    source = "import os\nos.write(1, b'\\xff\\0' + b'x' * 300_000)\nprint('end')"
    outcome = perform(sandbox, source)
    assert outcome.reply == b'{"ok":true}'
    assert outcome.stdout.startswith("�\0xxx")
    assert len(outcome.stdout.encode("utf-8", "replace")) < (64 << 10) + 10
