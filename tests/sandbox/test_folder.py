"""Work folders on disk: bounded while they are written to, and swept when a judge could not remove its own."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from judge.sandbox import Limits
from judge.sandbox.folder import STALE_S, is_over, private_path, remove_tree
from judge.sandbox.local import LocalBackend
from judge.sandbox.none import NoneBackend
from judge.verdict import Verdict

from .attacks import perform
from .test_walls import LITTERS


def test_the_none_backend_bounds_its_folder_too() -> None:
    """A plain process writes many files: it is ended, and they are gone."""
    with NoneBackend().start() as sandbox:
        outcome = perform(sandbox, LITTERS, Limits(cpu_s=20))
    assert (outcome.verdict, outcome.message) == (Verdict.OLE, "wrote more than 64 MiB into files")
    assert not list(Path(private_path()).parent.glob(f"judge-{os.getpid()}-*"))


def test_what_counts_as_too_much(tmp_path: Path) -> None:
    """Room on disk counts, and every entry; links and holes do not, and what is hidden counts as too much."""
    folder = tmp_path / "work"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "file").write_bytes(b"x" * 100_000)
    (folder / "link").symlink_to("/usr")
    with open(folder / "hole", "wb") as hole:
        hole.truncate(1 << 30)
    assert is_over(str(folder), 90_000)
    assert not is_over(str(folder), 200_000)
    for number in range(100):
        (folder / f"empty{number}").touch()
    assert is_over(str(folder), 200_000)
    assert not is_over(str(tmp_path / "nothing"), 0)
    deep = tmp_path / "deep"
    deep.mkdir()
    here = os.open(deep, os.O_RDONLY)
    for _ in range(30):
        os.mkdir("x" * 200, dir_fd=here)
        below = os.open("x" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    assert is_over(str(deep), 1 << 30)


@pytest.fixture
def leave() -> Iterator[Callable[..., Path]]:
    """Makes folders as a judge leaves them behind where it is killed: leave(pid, age)."""
    made: list[Path] = []

    def make(pid: int, age_s: float = 2 * STALE_S, name: str = "") -> Path:
        folder = Path(private_path()).with_name(name or f"judge-{pid}-{os.urandom(6).hex()}")
        made.append(folder)
        (folder / "1").mkdir(parents=True)
        (folder / "1" / "file").touch()
        os.utime(folder, (time.time() - age_s,) * 2)
        return folder

    yield make
    for folder in made:
        remove_tree(str(folder))


def dead_pid() -> int:
    """The pid of a process that has ended."""
    process = subprocess.Popen(["/bin/true"])
    process.wait()
    return process.pid


START = {
    "local": lambda: LocalBackend(without=frozenset({"namespaces"})).start(),
    "none": lambda: NoneBackend().start(),
}


@pytest.mark.parametrize("backend", START)
def test_folders_of_dead_judges_are_swept(backend: str, leave: Callable[..., Path], tmp_path: Path) -> None:
    """Only those that a judge made, that is dead for long; and no link out of them is followed."""
    (tmp_path / "kept").touch()
    (tmp_path / "folder").mkdir(mode=0o755)
    dead = dead_pid()
    stale, locked = leave(dead), leave(dead)
    (stale / "1" / "link").symlink_to(tmp_path)
    (stale / "1" / "folder").symlink_to(tmp_path / "folder")
    (locked / "1").chmod(0)
    os.utime(locked, (1.0, 1.0))
    kept = [
        leave(dead, age_s=60.0),
        leave(os.getpid()),
        leave(0, name=f"judge-{dead}-0123456789xy"),
        leave(0, name=f"judge-{dead}-0123456789ab-more"),
        leave(0, name=f"fudge-{dead}-0123456789ab"),
    ]
    aside = stale.with_name(f"judge-{dead}-{os.urandom(6).hex()}")
    aside.symlink_to(tmp_path)
    try:
        with START[backend]():
            assert not stale.exists() and not locked.exists()
            assert all((folder / "1" / "file").exists() for folder in kept)
            assert aside.is_symlink() and (tmp_path / "kept").exists()
            assert (tmp_path / "folder").stat().st_mode & 0o777 == 0o755
    finally:
        aside.unlink()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_folders_of_others_are_not_swept(leave: Callable[..., Path]) -> None:
    """A name is no proof: the folder must be this user's."""
    folder = leave(dead_pid())
    os.chown(folder, 65534, 65534)
    with NoneBackend().start():
        assert folder.exists()
