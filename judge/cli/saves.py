"""Noticing that a file was saved: by its content, whatever the editor does.

Files are looked at when something wakes us: watchfiles (the extra `watch`) where the system tells of changes,
and in any case a timer, since events do not arrive from network drives, from Windows folders under WSL, and
in some containers. Only a content that differs from the last one counts: a touch or a doubled event does
nothing.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

POLL_S = 0.3
"""How often files are looked at when nothing wakes us."""

_DEBOUNCE_MS = 40
_EMPTY_LOOKS = 2
"""An empty file is believed at the second look: editors that truncate and then write pass through it."""


class Saves:
    """Remembers what each file held. `close` when done."""

    def __init__(self, folder: Path, wake: Callable[[], None], *, events: bool = True) -> None:
        """`wake` is called, from another thread, when something below `folder` changed."""
        self._known: dict[Path, tuple[tuple[int, int, int], str]] = {}
        self._empty: dict[Path, int] = {}
        self._stop = threading.Event()
        self.events = events and folder.is_dir() and find_spec("watchfiles") is not None
        """Whether the system is asked to tell of changes."""
        if self.events:
            threading.Thread(target=self._listen, args=(folder, wake), daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._stop.set()

    def look(self, paths: Iterable[Path]) -> list[Path]:
        """Return the paths whose content is new since the last look; on the first look at a path, none."""
        changed = []
        for path in paths:
            if self._look_at(path):
                changed.append(path)
        return changed

    def _look_at(self, path: Path) -> bool:
        try:
            stat = path.stat()
            mark = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            old = self._known.get(path)
            if old is not None and old[0] == mark and path not in self._empty:
                return False
            content = path.read_bytes()
        except OSError:
            return False  # between two renames of a careful editor, or gone: the next look tells
        if not content and old is not None:
            looks = self._empty.get(path, 0) + 1
            self._empty[path] = looks
            if looks < _EMPTY_LOOKS:
                return False
        self._empty.pop(path, None)
        digest = hashlib.sha256(content).hexdigest()
        self._known[path] = (mark, digest)
        return old is not None and old[1] != digest

    def _listen(self, folder: Path, wake: Callable[[], None]) -> None:
        from watchfiles import watch

        try:
            for _changes in watch(
                folder,
                stop_event=self._stop,
                debounce=_DEBOUNCE_MS,
                step=20,
                rust_timeout=500,
                raise_interrupt=False,
            ):
                wake()
        except Exception:
            self.events = False  # no inotify here, or too many watches: the timer goes on
