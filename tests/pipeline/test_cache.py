"""The cache folder."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from judge import cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("JUDGE_CACHE", str(tmp_path))
    return tmp_path


def test_entry_comes_back_until_it_is_damaged(folder: Path) -> None:
    """What was kept is read again, and is not there any more when a byte of it changed."""
    assert cache.write("room", "key", b"body") == ""
    assert cache.read("room", "key") == b"body"
    path = folder / "room" / "key"
    path.write_bytes(path.read_bytes().replace(b"body", b"bodx"))
    assert cache.read("room", "key") is None


def test_only_what_nobody_uses_is_removed(folder: Path) -> None:
    """Entries of old versions go after some weeks; what was read meanwhile, or written, stays."""
    now_s = time.time()
    long_ago_s = now_s - (cache.KEPT_DAYS + 1) * 86_400
    for key in ("unused", "read", "written"):
        cache.write("room", key, b"body")
    os.utime(folder / "room" / "unused", (long_ago_s, long_ago_s))
    os.utime(folder / "room" / "read", (now_s, long_ago_s))
    assert cache.prune() == 1
    assert cache.read("room", "unused") is None
    assert cache.read("room", "read") == cache.read("room", "written") == b"body"


def test_a_cache_that_is_not_there_has_nothing_to_remove(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is removed, and nothing raises, where no folder is."""
    monkeypatch.setenv("JUDGE_CACHE", str(tmp_path / "nowhere"))
    assert cache.prune() == 0
