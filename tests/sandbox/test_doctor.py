"""`judge doctor` tells the truth: what it says stands, stands; what does not has a reason and a repair."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from judge.doctor import examine
from judge.errors import SandboxError, UsageError
from judge.sandbox.choose import choose, require_isolation
from judge.sandbox.local import LocalBackend


def test_diagnosis_agrees_with_the_sandbox(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every layer that is reported active is one that a box has, and the verdict follows from them."""
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/nothing.sock")
    diagnosis = examine()
    with LocalBackend().start() as sandbox:
        layers, isolated = set(sandbox.layers()), sandbox.isolated()
    local = next(each for each in diagnosis.findings if each.backend == "local")
    assert {layer.name for layer in local.layers if layer.active} == layers
    assert local.isolated == diagnosis.isolated == isolated
    docker = next(each for each in diagnosis.findings if each.backend == "docker")
    assert not docker.isolated
    packaged = importlib.util.find_spec("docker") is not None
    assert ("start" if packaged else "pip install") in docker.layers[0].repair
    assert json.loads(json.dumps(diagnosis.to_dict()))["isolated"] == isolated


def test_every_missing_layer_has_its_reason() -> None:
    """A layer that is left out is named as such, with a repair, and the sandbox does not claim it."""
    backend = LocalBackend(without=frozenset({"namespaces", "landlock", "cgroup"}))
    missing = [layer for layer in backend.probe() if not layer.active]
    assert {"namespaces", "landlock", "cgroup"} <= {layer.name for layer in missing}
    assert all(layer.detail for layer in missing)
    assert all(layer.repair for layer in missing if layer.name in ("namespaces", "landlock", "cgroup"))
    with backend.start() as sandbox:
        assert not sandbox.isolated()


def test_choice_of_a_backend() -> None:
    """`auto` is local on Linux; an unknown name is a usage error that lists the known ones."""
    assert choose("auto").name == ("local" if sys.platform.startswith("linux") else choose("auto").name)
    assert choose("none").name == "none"
    with pytest.raises(UsageError, match="auto, local, docker, none"):
        choose("bubble")


def test_batch_refuses_without_walls() -> None:
    """Without isolation a batch is refused unless it is allowed."""
    require_isolation(True, allowed=False)
    require_isolation(False, allowed=True)
    with pytest.raises(SandboxError, match=r"judge doctor.*--allow-unisolated"):
        require_isolation(False, allowed=False)
    with pytest.raises(UsageError, match=r"you chose .*--allow-unisolated"):
        require_isolation(False, allowed=False, asked="none")
