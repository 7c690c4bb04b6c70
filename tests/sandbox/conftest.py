"""Sandboxes with different sets of walls, so that each set is attacked alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from judge.sandbox.local import LocalBackend, LocalSandbox

WALLS = {
    "every wall": frozenset[str](),
    "no namespaces": frozenset({"namespaces"}),
    "no landlock, no cgroup": frozenset({"landlock", "cgroup"}),
}


@pytest.fixture(scope="session", params=list(WALLS))
def sandbox(request: pytest.FixtureRequest) -> Iterator[LocalSandbox]:
    """A sandbox with one set of walls; skipped where this machine cannot have that set."""
    with LocalBackend(without=WALLS[request.param]).start() as started:
        if not started.isolated():
            pytest.skip(f"this machine lacks walls: {started.missing()}")
        yield started


@pytest.fixture(scope="session")
def full_sandbox() -> Iterator[LocalSandbox]:
    """The sandbox that commands use."""
    with LocalBackend().start() as started:
        yield started
