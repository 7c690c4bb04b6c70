"""Drawing that depends on the problem, the seed and the version of Hypothesis, and on nothing else.

Hypothesis mixes constants of the modules that happen to be loaded from outside site-packages into what it
draws, which is meant for testing those very modules, and keeps files below the working folder. Here the same
problem and seed must give the same cases to `judge submit`, to `judge verify` and to a notebook, and a
contestant's folder stays as it was. Neither has a switch, so both are set aside while drawing and put back.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from hypothesis.configuration import set_hypothesis_home_dir, storage_directory
from hypothesis.internal.conjecture import providers

from judge import cache

_lock = threading.RLock()


@contextmanager
def hermetic() -> Iterator[None]:
    """Draw without constants of loaded modules, with Hypothesis's files in the judge's cache folder."""
    with _lock, ExitStack() as put_back:
        found: Any = storage_directory(intent_to_write=False)  # a path itself in older versions
        put_back.callback(set_hypothesis_home_dir, getattr(found, "home_directory", found))
        set_hypothesis_home_dir(cache.folder() / "hypothesis")
        if hasattr(providers, "_get_local_constants"):
            clear = providers.CONSTANTS_CACHE.cache.clear
            none = type(providers._local_constants)()
            put_back.callback(clear)
            put_back.callback(setattr, providers, "_get_local_constants", providers._get_local_constants)
            providers._get_local_constants = lambda: none
            clear()
        yield
